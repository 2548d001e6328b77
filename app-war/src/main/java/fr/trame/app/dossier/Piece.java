package fr.trame.app.dossier;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece that a dossier must hold.
 *
 * @param document the one that is valid longest, null when there is none
 * @param validUntil of that document, null for ever
 */
public record Piece(
        DocumentKind kind,
        State state,
        @Nullable UUID document,
        @Nullable String name,
        @Nullable LocalDate validUntil) {

    /** Whether it is there. */
    public enum State {
        PRESENT,
        MISSING,
        EXPIRED
    }
}
