package fr.trame.app.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Files to upload, made on the spot: real ones of each format, and those that are bad on purpose. */
final class Samples {

    private Samples() {}

    /** @return 64 lower-case hexadecimal digits */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** @param pages the text of each */
    static byte[] pdf(String... pages) {
        return saved(document(pages));
    }

    /** A PDF whose text nobody reads without the password. */
    static byte[] lockedPdf(String text) {
        var document = document(text);
        try {
            var lock = new StandardProtectionPolicy("propriétaire", "secret", new AccessPermission());
            lock.setEncryptionKeyLength(128);
            document.protect(lock);
            return saved(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The first half of a PDF and then nothing that a reader could repair. */
    static byte[] brokenPdf() {
        var random = new byte[20_000];
        new Random(7).nextBytes(random);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(random);
        return bytes.toByteArray();
    }

    /** A PDF that carries so many bytes that no reader needs to look at. */
    static byte[] heavyPdf(String text, int bytes) {
        var document = document(text);
        try {
            var ballast = new PDStream(document);
            try (var out = ballast.createOutputStream()) {
                var random = new byte[bytes];
                new Random(11).nextBytes(random);
                out.write(random);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("TrameBallast"), ballast);
            return saved(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] docx(String text) {
        return packed(docxParts(text));
    }

    static Map<String, byte[]> docxParts(String text) {
        return bytes(Map.of(
                "[Content_Types].xml", types("/word/document.xml", "wordprocessingml.document.main"),
                "_rels/.rels", relation("word/document.xml"),
                "word/document.xml",
                        """
                        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>
                        <w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>"""
                                .formatted(text)));
    }

    static byte[] xlsx(String text) {
        return zip(Map.of(
                "[Content_Types].xml",
                        types("/xl/workbook.xml", "spreadsheetml.sheet.main")
                                .replace("</Types>", override("/xl/s.xml", "spreadsheetml.worksheet") + "</Types>"),
                "_rels/.rels", relation("xl/workbook.xml"),
                "xl/workbook.xml",
                        """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                         xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels", relation("s.xml").replace("officeDocument\"", "worksheet\""),
                "xl/s.xml",
                        """
                        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
                        <c r="A1" t="inlineStr"><is><t>%s</t></is></c></row></sheetData></worksheet>"""
                                .formatted(text)));
    }

    static byte[] odt(String text) {
        return zip(Map.of(
                "mimetype", "application/vnd.oasis.opendocument.text",
                "META-INF/manifest.xml",
                        """
                        <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                        <manifest:file-entry manifest:full-path="/"
                         manifest:media-type="application/vnd.oasis.opendocument.text"/>
                        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                        </manifest:manifest>""",
                "content.xml",
                        """
                        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                         xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                        <text:p>%s</text:p></office:text></office:body></office:document-content>"""
                                .formatted(text)));
    }

    static PDDocument document(String... pages) {
        var document = new PDDocument();
        for (var text : pages) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(60, 700);
                content.showText(text);
                content.endText();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) {
        var bytes = new ByteArrayOutputStream();
        try (document) {
            document.save(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) {
        return packed(bytes(entries));
    }

    private static Map<String, byte[]> bytes(Map<String, String> entries) {
        return entries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().strip().getBytes(StandardCharsets.UTF_8)));
    }

    /** The same archive with one of its parts changed. */
    static byte[] repacked(byte[] archive, String part, UnaryOperator<String> change) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        entries.computeIfPresent(part, (name, bytes) -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
        return packed(entries);
    }

    private static byte[] packed(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static String types(String part, String type) {
        return """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>%s</Types>"""
                .formatted(override(part, type));
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                + "+xml\"/>";
    }

    private static String relation(String target) {
        return """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="%s"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                </Relationships>"""
                .formatted(target);
    }
}
