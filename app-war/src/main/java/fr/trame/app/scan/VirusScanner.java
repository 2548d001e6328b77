package fr.trame.app.scan;

import java.io.InputStream;

/** Looks for what is known to do harm. It may not be there at all. A network call: never inside a transaction. */
public interface VirusScanner {

    /** @return whether there is one */
    boolean isThere();

    /**
     * @return what it calls itself
     * @throws ScannerUnavailable when it does not answer
     */
    String version();

    /**
     * Looks at bytes as they come; they are never held.
     *
     * @param bytes read to their end or to the scanner's limit, not closed
     * @throws ScannerUnavailable when it does not answer or could not tell: that is never the same as clean
     */
    Verdict scan(InputStream bytes);

    /**
     * What it says of a file.
     *
     * @param signature the name of what was found, "" when nothing was
     */
    record Verdict(Kind kind, String signature) {}

    /** The kinds of verdict. */
    enum Kind {
        CLEAN,
        INFECTED,
        /** More bytes than it takes: nobody looked at all of them. */
        TOO_LARGE
    }

    /** Nobody knows yet: worth another try. */
    class ScannerUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ScannerUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
