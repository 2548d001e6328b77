package fr.trame.app;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the tenant, fired inside the transaction that made it happen. It carries identifiers, never
 * entities: its audit row and its follow-ups are written by the same transaction, whoever listens reads afresh.
 */
public interface DomainEvent {

    /** @return what was done, as the audit trail names it, such as {@code FICHE_REVISED} */
    String operation();

    /** @return the identifier of what it was done to, or null when it concerns the tenant as a whole */
    @Nullable
    UUID subject();

    /** @return what must follow after the commit, empty when nothing does */
    default List<FollowUp> followUps() {
        return List.of();
    }

    /**
     * A piece of work that follows from the event, done at least once.
     *
     * @param type which listener does it, such as {@code INDEX}
     * @param aggregate what it is about, such as {@code fiche}
     * @param id its identifier
     * @param version its version in this transaction
     * @param delay before it is due
     */
    record FollowUp(String type, String aggregate, UUID id, long version, Duration delay) {

        /** Due at once. */
        public FollowUp(String type, String aggregate, UUID id, long version) {
            this(type, aggregate, id, version, Duration.ZERO);
        }
    }
}
