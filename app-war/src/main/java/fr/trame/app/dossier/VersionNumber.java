package fr.trame.app.dossier;

/** The number of a version as an address names it. */
public final class VersionNumber {

    private static final int LONGEST = 9;

    private VersionNumber() {}

    /** @return the number, 0 for what is none: no document has such a version */
    public static int of(String named) {
        return named.length() <= LONGEST && named.matches("[0-9]+") ? Integer.parseInt(named) : 0;
    }
}
