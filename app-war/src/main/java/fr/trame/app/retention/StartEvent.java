package fr.trame.app.retention;

/** From what day on a period of keeping is counted. */
public enum StartEvent {
    DOSSIER_CLOSED,
    DOCUMENT_RECEIVED,
    /** The last day a piece is valid. */
    PIECE_EXPIRED
}
