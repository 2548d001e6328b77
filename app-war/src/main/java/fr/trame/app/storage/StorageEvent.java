package fr.trame.app.storage;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;

/** The room of a tenant comes to its end. */
public record StorageEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    /** The administrators are told; the version of its row is the level in percent. */
    public static final String QUOTA = "QUOTA";

    static StorageEvent crossed(UUID tenant, int level) {
        return new StorageEvent(
                "STORAGE_LEVEL_" + level, tenant, List.of(new FollowUp(QUOTA, "tenant", tenant, level)));
    }
}
