package fr.trame.infra.stack.console;

/** Why the stack does not start, in words for the person at the terminal: what, which, and how to go on. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence to show for any failure; for an unforeseen one its class says more than nothing. */
    public static String sentence(Throwable failure) {
        var root = failure;
        while (!(root instanceof StackFailure) && root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof StackFailure ? String.valueOf(root.getMessage()) : "Unexpected: " + root;
    }
}
