package fr.trame.app.dossier;

/** How far a document is on its way from the upload to being found. */
public enum DocumentState {
    RECEIVED,
    EXTRACTED,
    INDEXED,
    FAILED
}
