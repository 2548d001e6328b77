package fr.trame.app.dossier;

/** How far a document is on its way from the upload to being found. */
public enum DocumentState {
    /** The antivirus looks at it first; until then nobody opens it. */
    SCANNING,
    RECEIVED,
    EXTRACTED,
    INDEXED,
    FAILED,
    /** Only who uploaded it and administrators see that it is there; nobody opens it. */
    QUARANTINED;

    /** @return whether its bytes are kept from everybody */
    public boolean isHeld() {
        return this == SCANNING || this == QUARANTINED;
    }
}
