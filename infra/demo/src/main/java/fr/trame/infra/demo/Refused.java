package fr.trame.infra.demo;

/** Something did not go as it must; the message is for whoever started the loader. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
