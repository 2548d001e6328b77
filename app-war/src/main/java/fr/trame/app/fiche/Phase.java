package fr.trame.app.fiche;

/** How far the action itself is. */
public enum Phase {
    IDEA,
    STUDY,
    OPERATION
}
