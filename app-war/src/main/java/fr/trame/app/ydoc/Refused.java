package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;

/** An update is found to be one that is not taken while it is merged: the change must be undone. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    final Reason reason;

    Refused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }
}
