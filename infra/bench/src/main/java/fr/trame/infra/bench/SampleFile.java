package fr.trame.infra.bench;

import fr.trame.infra.demo.file.Block;
import fr.trame.infra.demo.file.Format;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** A file to upload, made on the spot. */
final class SampleFile {

    private static final int BLOCK = 1 << 16;

    private final String extension;
    private final String mediaType;
    private final byte[] bytes;

    private SampleFile(String extension, String mediaType, byte[] bytes) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    static SampleFile text(String text) {
        return new SampleFile("txt", "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first words at the beginning of the first page */
    static SampleFile pdf(String first, Words words, int pages) {
        var blocks = new ArrayList<Block>();
        blocks.add(Block.of(Block.Kind.TEXT, first));
        for (int page = 0; page < pages; page++) {
            if (page > 0) {
                blocks.add(Block.pageBreak());
            }
            blocks.add(Block.of(Block.Kind.TEXT, words.text(1_800)));
        }
        try {
            return new SampleFile("pdf", "application/pdf", Format.PDF.write(blocks));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Pages that are pictures, as a copier makes them: A4 at 150 dots an inch, forty lines. */
    static SampleFile scan(Words words, int pages) {
        try (var document = new PDDocument()) {
            for (int number = 0; number < pages; number++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                var picture = LosslessFactory.createFromImage(document, picture(words));
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new SampleFile("pdf", "application/pdf", bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedImage picture(Words words) {
        var picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 24));
        for (int line = 0; line < 40; line++) {
            var text = words.text(75);
            pen.drawString(text.substring(0, 75), 110, 130 + 38 * line);
        }
        pen.dispose();
        return picture;
    }

    /** A PDF of that many bytes and a few more: an empty page and a stream that no reader of text looks at. */
    static SampleFile heavy(int size) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var ballast = new PDStream(document);
            try (var out = ballast.createOutputStream()) {
                var random = new Random(size);
                var block = new byte[BLOCK];
                for (int written = 0; written < size; written += BLOCK) {
                    random.nextBytes(block);
                    out.write(block);
                }
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Ballast"), ballast);
            var bytes = new ByteArrayOutputStream(size + BLOCK);
            document.save(bytes);
            return new SampleFile("pdf", "application/pdf", bytes.toByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    double mebibytes() {
        return bytes.length / (1024.0 * 1024);
    }
}
