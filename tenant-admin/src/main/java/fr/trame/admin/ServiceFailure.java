package fr.trame.admin;

/** A service did not answer or answered with an error; the same command may be run again once it is back. */
public final class ServiceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceFailure(String message) {
        super(message);
    }

    public ServiceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
