package fr.trame.infra.stack;

/** What the calling script found out about the terminal: Java has no word for it that holds in all versions. */
final class Terminal {

    private static final int USUAL_WIDTH = 110;

    private Terminal() {}

    /** Whether a person sits at both ends. */
    static boolean isThere() {
        return "1".equals(System.getenv("TRAME_TERMINAL"));
    }

    static int width() {
        try {
            return Integer.parseInt(System.getenv().getOrDefault("TRAME_COLUMNS", ""));
        } catch (NumberFormatException unknown) {
            return USUAL_WIDTH;
        }
    }
}
