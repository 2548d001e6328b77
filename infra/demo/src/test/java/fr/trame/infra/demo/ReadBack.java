package fr.trame.infra.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.extractor.XSSFExcelExtractor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads files as another program would. */
final class ReadBack {

    private ReadBack() {}

    /** @return the text of each page; one page for formats that have none */
    static List<String> pages(String name, byte[] file) throws IOException {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return switch (extension) {
            case "pdf" -> pdf(file);
            case "docx" -> List.of(word(file));
            case "xlsx" -> List.of(sheet(file));
            case "odt" -> List.of(entry(file, "content.xml").replaceAll("<[^>]*>", " "));
            default -> List.of(new String(file, StandardCharsets.UTF_8));
        };
    }

    static List<String> entries(byte[] file) throws IOException {
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    static String entry(byte[] file, String name) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("No entry " + name);
    }

    private static List<String> pdf(byte[] file) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(file)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static String word(byte[] file) throws IOException {
        try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(file)))) {
            return text.getText();
        }
    }

    private static String sheet(byte[] file) throws IOException {
        ZipSecureFile.setMinInflateRatio(0.001); // many equal cells pack well
        try (var text = new XSSFExcelExtractor(new XSSFWorkbook(new ByteArrayInputStream(file)))) {
            return text.getText();
        }
    }
}
