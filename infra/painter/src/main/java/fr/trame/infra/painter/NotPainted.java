package fr.trame.infra.painter;

/** The document is at fault. */
final class NotPainted extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why; the caller is told the name. */
    enum Reason {
        BROKEN,
        TOO_SLOW,
        TOO_LARGE
    }

    private final Reason reason;

    NotPainted(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
