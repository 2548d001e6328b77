package fr.trame.app.fiche;

/** How much it presses. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW
}
