package fr.trame.app.integrity;

/** How far a check is. */
public enum CheckState {
    RUNNING,
    DONE,
    /** It was given up: a part failed again and again. */
    FAILED
}
