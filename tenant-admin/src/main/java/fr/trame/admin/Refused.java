package fr.trame.admin;

/** The operator asked for something that cannot be done as asked; the message says what, why, and what to do. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
        super(message);
    }
}
