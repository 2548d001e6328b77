package fr.trame.infra.painter;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A program that paints the first page of a PDF or of a picture, small: what comes out holds the points and nothing else
 * that the document brought.
 */
final class Thumbnail {

    static final int SIDE = 320;

    /** Painted larger first, so that letters are smooth when it is made small. */
    private static final int FINER = 2;

    private Thumbnail() {}

    /** @param words the document, {@code pdf} or {@code picture}, and the file to write */
    public static void main(String... words) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var document = Path.of(words[0]);
        var painted = words[1].equals("pdf") ? page(document) : picture(document);
        ImageIO.write(small(painted), "jpeg", Path.of(words[2]).toFile());
    }

    private static BufferedImage page(Path document) throws IOException {
        try (var pdf = Loader.loadPDF(document.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            var box = pdf.getPage(0).getCropBox();
            var longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            var renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(0, FINER * SIDE / longest, ImageType.RGB);
        }
    }

    /** Leaves points out while it reads, so that the whole is never in memory. */
    private static BufferedImage picture(Path document) throws IOException {
        try (var bytes = ImageIO.createImageInputStream(document.toFile())) {
            var readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                throw new IIOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(bytes, false, true);
                int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (FINER * SIDE));
                var wish = reader.getDefaultReadParam();
                wish.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, wish);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage small(BufferedImage picture) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return paper;
    }
}
