package fr.trame.app.integrity;

import java.util.List;

/** The steps of a check, in their order. */
public enum CheckStep {
    /** Each row that promises bytes has an object of that size; no object is without a row. */
    OBJECTS,
    /** The bytes are those that were received. */
    DIGESTS,
    /** No document waits for work that nobody will do. */
    PIPELINE,
    /** The index holds each fiche as it is now, and no other. */
    FICHES,
    /** The same for dossiers. */
    DOSSIERS,
    /** The same for documents, with all their pages. */
    DOCUMENTS,
    /** The same for what is said of documents. */
    COMMENTS,
    END;

    CheckStep next() {
        return this == END ? END : values()[number() + 1];
    }

    /** @return how many steps come before it */
    int number() {
        return List.of(values()).indexOf(this);
    }
}
