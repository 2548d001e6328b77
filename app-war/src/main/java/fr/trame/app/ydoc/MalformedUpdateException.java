package fr.trame.app.ydoc;

/** An update that is not taken. The document is as it was before. */
public final class MalformedUpdateException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why an update is not taken. */
    public enum Reason {
        /** The bytes are not an update. */
        UNREADABLE,
        /** The update is well written, yet names what cannot be. */
        IMPOSSIBLE,
        /** A kind of content the product does not take: documents inside documents, hooks. */
        UNSUPPORTED,
        /** The update, or the document it would make, has too many bytes. */
        TOO_LARGE,
        /** The document would have too many pieces. */
        TOO_MANY,
        /** Elements or values inside one another, too deep. */
        TOO_DEEP,
        /** A name, key or attribute that is too long. */
        NAME_TOO_LONG,
        /** Too much waits for updates that did not come. */
        TOO_MUCH_PENDING,
        /** To merge it would take too long. */
        TOO_COSTLY,
        /** It writes where its sender may not. */
        FOREIGN_ROOT
    }

    private final Reason reason;

    MalformedUpdateException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
