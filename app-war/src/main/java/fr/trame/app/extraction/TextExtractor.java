package fr.trame.app.extraction;

import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a document in a process of its own, within limits of time, memory and output. A network call: never
 * inside a transaction.
 */
public interface TextExtractor {

    /**
     * @param bytes the document, read to its end, not closed
     * @param size of it, in bytes: a large one may take longer
     * @param mediaType as detected at upload
     * @param name the document's name, a hint only
     * @return the text page by page; formats without pages give one page. Never empty; a page without text is "".
     *     At most 5,000 pages and 20 million characters in all, the rest is dropped and said in {@code truncated}
     * @throws ExtractionFailed when the document itself cannot be read: another try would fail too
     * @throws ExtractorUnavailable when the extractor does not answer: worth another try
     * @throws ExtractorDied when it went away over this document, or over one beside it: worth few tries
     */
    Extracted extract(InputStream bytes, long size, String mediaType, String name);

    /**
     * The text of a document.
     *
     * @param pages one entry a page, in order
     * @param truncated whether a limit cut the text
     */
    record Extracted(List<String> pages, boolean truncated, About about) {}

    /**
     * What the document says of itself. Anybody can write anything there: shown, never believed.
     *
     * @param language as the text reads, ISO 639-1, "" when it cannot be told
     * @param title "" for none
     * @param author "" for none
     * @param written when, null for none
     */
    record About(String language, String title, String author, @Nullable OffsetDateTime written) {

        public static final About NOTHING = new About("", "", "", null);
    }

    /** Why a document cannot be read; the names are those the user is shown words for. */
    enum Reason {
        ENCRYPTED,
        BROKEN,
        EMPTY,
        UNSUPPORTED,
        TOO_SLOW,
        TOO_LARGE
    }

    /** The document itself is the trouble. */
    class ExtractionFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Reason reason;

        public ExtractionFailed(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** The extractor went away while it read. */
    class ExtractorDied extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ExtractorDied(Throwable cause) {
            super("the extractor went away while it read: " + cause, cause);
        }
    }

    /** The extractor is the trouble. */
    class ExtractorUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ExtractorUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
