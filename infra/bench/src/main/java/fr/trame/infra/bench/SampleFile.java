package fr.trame.infra.bench;

import fr.trame.infra.demo.file.Block;
import fr.trame.infra.demo.file.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

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
