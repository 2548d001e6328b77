package fr.trame.app.dossier;

/** What became of the pages of a document that are pictures of text. */
public enum Recognition {
    /** There are none. */
    NONE,
    /** They will be read; until then the document is found by what else is there. */
    WAITING,
    DONE,
    /** A limit of time or pages ended the reading: some were read. */
    PARTIAL,
    /** They were looked at, and no word was found. */
    EMPTY,
    /** Nothing that reads pictures is installed. */
    OFF,
    FAILED;

    /** @return whether another try may find more */
    public boolean canBeTriedAgain() {
        return this == PARTIAL || this == OFF || this == FAILED;
    }
}
