package fr.trame.app.retention;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of documents that need not be kept any longer.
 *
 * @param proposedBy display name, "" for the product itself
 * @param lines how many documents are on it
 * @param unsorted how many of them still wait for a decision
 * @param agreed how many somebody agreed to
 * @param destroys how many of those will be, or were to be, destroyed
 * @param done how many were dealt with
 */
public record Elimination(
        UUID id,
        int year,
        State state,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable OffsetDateTime endedAt,
        long lines,
        long unsorted,
        long agreed,
        long destroys,
        long done) {

    /** How far a list is. */
    public enum State {
        PROPOSED,
        RUNNING,
        DONE,
        DROPPED
    }
}
