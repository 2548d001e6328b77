package fr.trame.app;

/** What every text people write must be, whatever it is about. */
public final class Text {

    private Text() {}

    /**
     * Refuses a text that is too short, too long, or holds the one character no database keeps.
     *
     * @throws BusinessException INVALID naming the field
     */
    public static void check(String field, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw BusinessException.invalid(
                    field, least > 0 ? "text.length" : "text.too.long", least, most, text.length());
        }
        if (text.indexOf('\0') >= 0) {
            throw BusinessException.invalid(field, "text.unreadable");
        }
    }
}
