package fr.trame.app.integrity;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check as a reader saw it.
 *
 * @param askedBy a name, empty for the product itself
 * @param share one object in so many is read whole
 * @param objects compared with their rows so far
 * @param digests computed so far
 * @param entries compared with the index so far
 * @param findings how many things did not agree
 * @param repaired how many of them were set right
 */
public record Check(
        UUID id,
        CheckState state,
        String askedBy,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime endedAt,
        int share,
        CheckStep step,
        String reached,
        long objects,
        long digests,
        long entries,
        long findings,
        long repaired) {

    /** @return how many steps are done, of {@link #steps} */
    public int done() {
        return step.number();
    }

    public static int steps() {
        return CheckStep.END.number();
    }
}
