package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;

/** Names typed by an operator and read by everybody else. */
final class Texts {

    private static final int LONGEST = 200;

    private Texts() {}

    /**
     * Control and direction characters are refused: they can make a name look like another one, or end a mail header.
     *
     * @return the name without blanks around it
     */
    static String name(String option, String text) {
        var name = text.strip();
        var length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST) {
            throw new Refused(option + " has " + length + " characters: give 1 to " + LONGEST + ".");
        }
        if (name.codePoints().anyMatch(Texts::isInvisible)) {
            throw new Refused(option + " holds a control or invisible character: type it again without.");
        }
        return name;
    }

    private static boolean isInvisible(int character) {
        var type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
