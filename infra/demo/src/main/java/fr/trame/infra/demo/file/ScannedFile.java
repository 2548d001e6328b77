package fr.trame.infra.demo.file;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF as a scanner makes it: each page is a picture, slightly askew and dusty, and there is no text to find. */
final class ScannedFile {

    private static final float DOTS_PER_INCH = 110;
    private static final int SPECKS = 900;

    private ScannedFile() {}

    static byte[] write(List<Block> blocks) throws IOException {
        try (var original = Loader.loadPDF(PdfFile.write(blocks));
                var scanned = new PDDocument()) {
            var renderer = new PDFRenderer(original);
            for (int page = 0; page < original.getNumberOfPages(); page++) {
                var picture = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.GRAY);
                add(scanned, dusty(picture, new Random(page)));
            }
            scanned.setDocumentId(1L);
            var bytes = new ByteArrayOutputStream();
            scanned.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void add(PDDocument scanned, BufferedImage picture) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        scanned.addPage(page);
        try (var content = new PDPageContentStream(scanned, page)) {
            var image = JPEGFactory.createFromImage(scanned, picture, 0.6f);
            content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }

    private static BufferedImage dusty(BufferedImage clean, Random random) {
        var sheet = new BufferedImage(clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(242, 242, 242));
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(random.nextDouble() - 0.5), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
        pen.drawImage(clean, 0, 0, null);
        pen.setColor(new Color(120, 120, 120));
        for (int i = 0; i < SPECKS; i++) {
            pen.fillRect(random.nextInt(sheet.getWidth()), random.nextInt(sheet.getHeight()), 1, 1);
        }
        pen.dispose();
        return sheet;
    }
}
