package fr.trame.app.it;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Pages as a scanner makes them: pictures of text, drawn on the spot. */
final class Scans {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final List<String> WORDS = List.of(
            "charpente",
            "bouleau",
            "moulin",
            "falaise",
            "lanterne",
            "fougère",
            "tilleul",
            "marmite",
            "corbeille",
            "tonnelier",
            "verger",
            "cascade",
            "horloge",
            "fontaine",
            "brouette",
            "cerisier",
            "échelle",
            "papier",
            "montagne",
            "tambour",
            "violon",
            "carrefour",
            "grenier",
            "pavillon",
            "navire",
            "scierie",
            "tuilerie");

    private Scans() {}

    /** @return a sentence that no other test has written, in words a dictionary knows */
    static String words() {
        var chosen = new ArrayList<>(WORDS);
        Collections.shuffle(chosen, new Random());
        return String.join(" ", chosen.subList(0, 5));
    }

    /** @return a page that a person would read */
    static BufferedImage page(String text) {
        var sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(244, 244, 240));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
        var lines = List.of(
                "Compte rendu de la réunion du comité de pilotage",
                "Les membres du comité ont examiné la situation.",
                text,
                "Ils ont décidé de poursuivre le projet cette année",
                "et de se réunir de nouveau au printemps prochain.");
        for (int line = 0; line < lines.size(); line++) {
            pen.drawString(lines.get(line), 120, 200 + line * 70);
        }
        pen.dispose();
        return sheet;
    }

    /** @return a picture without a word */
    static BufferedImage nothing() {
        var sheet = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(40, 90, 160));
        pen.fillRect(0, 0, 600, 400);
        pen.dispose();
        return sheet;
    }

    /** @return the page as it lies when the sheet was put in sideways */
    static BufferedImage sideways(BufferedImage page) {
        var turn = AffineTransform.getQuadrantRotateInstance(1);
        turn.preConcatenate(AffineTransform.getTranslateInstance(page.getHeight(), 0));
        var turned = new BufferedImage(page.getHeight(), page.getWidth(), page.getType());
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(page, turned);
    }

    /** @param written a page with a text of its own, put before the pictures */
    static byte[] pdf(String written, BufferedImage... pictures) {
        try (var document = Samples.document(written)) {
            for (var picture : pictures) {
                boolean upright = picture.getHeight() > picture.getWidth();
                var size = upright
                        ? PDRectangle.A4
                        : new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
                add(document, new PDPage(size), picture);
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(PDDocument document, PDPage page, BufferedImage picture) throws IOException {
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            var box = page.getMediaBox();
            content.drawImage(
                    JPEGFactory.createFromImage(document, picture, 0.8f), 0, 0, box.getWidth(), box.getHeight());
        }
    }

    /** @param format as ImageIO calls it */
    static byte[] picture(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    static byte[] tiff(BufferedImage... pages) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
