package fr.trame.app.retention;

/** What becomes of a document when its period is over. */
public enum FinalSort {
    KEEP,
    DESTROY,
    /** Somebody looks at each. */
    SORT
}
