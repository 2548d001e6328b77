package fr.trame.app.renewal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A required piece that expires soon or has expired.
 *
 * @param kind code of its kind
 */
public record Renewal(
        UUID document, String name, String kind, LocalDate validUntil, Step step, UUID dossier, String dossierName) {

    /** How near the end is. */
    public enum Step {
        /** Thirty days or less. */
        SOON,
        /** Seven days or less. */
        WEEK,
        EXPIRED
    }
}
