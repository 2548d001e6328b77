package fr.trame.infra.demo.file;

import java.io.IOException;
import java.util.List;

/** A format of file. The same pieces give the same bytes on any day. */
public enum Format {
    PDF("application/pdf", PdfFile::write),
    SCAN("application/pdf", ScannedFile::write),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", WordFile::write),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", SpreadsheetFile::write),
    ODT("application/vnd.oasis.opendocument.text", OpenTextFile::write);

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Writer writer;

    Format(String mediaType, Writer writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @return a whole file */
    public byte[] write(List<Block> blocks) throws IOException {
        return writer.write(blocks);
    }

    /** @return the title of a document: that of its first piece that is one */
    static String titleOf(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.kind() == Block.Kind.TITLE)
                .map(Block::text)
                .findFirst()
                .orElse("");
    }

    /** Writes one format. */
    private interface Writer {
        byte[] write(List<Block> blocks) throws IOException;
    }
}
