package fr.trame.app.rendition;

import java.io.IOException;
import java.io.InputStream;

/**
 * Shows what a document looks like, in a process of its own that is ended at limits of time, memory and size. It may not
 * be there at all. A network call: never inside a transaction.
 */
public interface Painter {

    /** @return whether there is one */
    boolean isThere();

    /**
     * @return whether it opens office files
     * @throws PainterUnavailable when it does not answer
     */
    boolean opensOffice();

    /**
     * Makes a PDF of an office file, of its first 200 pages.
     *
     * @param bytes the document, read to its end, not closed
     * @param mediaType as detected at upload
     * @throws NotPainted when the document itself is the trouble
     * @throws NobodyOpens when nothing that opens such files is installed
     * @throws PainterUnavailable when nobody answers, or not in time: worth another try
     * @throws PainterDied when it went away over this document: worth few tries
     */
    Painted pdf(InputStream bytes, String mediaType);

    /**
     * Paints the first page of a PDF or a picture, at most 320 points wide and high, as a JPEG.
     *
     * @throws NotPainted and the others as {@link #pdf}
     */
    Painted thumbnail(InputStream bytes, String mediaType);

    /**
     * What was made.
     *
     * @param bytes who asked closes them
     */
    record Painted(InputStream bytes, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** The document itself is the trouble; another try would fail too. */
    class NotPainted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason BROKEN, TOO_SLOW or TOO_LARGE */
        public NotPainted(String reason) {
            super(reason);
        }
    }

    /** Nothing that opens such files is installed. */
    class NobodyOpens extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The painter went away while it worked. */
    class PainterDied extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PainterDied(Throwable cause) {
            super("the painter went away while it worked: " + cause, cause);
        }
    }

    /** The painter is the trouble. */
    class PainterUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public PainterUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
