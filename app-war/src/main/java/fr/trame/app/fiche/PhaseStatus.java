package fr.trame.app.fiche;

/** How the phase goes; being late is computed from the end date, never typed. */
public enum PhaseStatus {
    UPCOMING,
    IN_PROGRESS,
    ON_HOLD,
    BLOCKED,
    ABANDONED,
    COMPLETED
}
