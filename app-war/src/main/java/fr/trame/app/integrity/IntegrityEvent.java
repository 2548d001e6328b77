package fr.trame.app.integrity;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A check was asked for, goes on or ended, or something was set right. */
public record IntegrityEvent(String operation, @Nullable UUID subject, List<FollowUp> followUps)
        implements DomainEvent {

    static final String CHECK = "CHECK";

    static IntegrityEvent asked(UUID check) {
        return new IntegrityEvent("INTEGRITY_CHECK_ASKED", check, List.of(work(check)));
    }

    static IntegrityEvent ended(UUID check) {
        return new IntegrityEvent("INTEGRITY_CHECK_ENDED", check, List.of());
    }

    static IntegrityEvent repaired(String type, String aggregate, UUID id, long version) {
        return new IntegrityEvent("INTEGRITY_REPAIRED", id, List.of(new FollowUp(type, aggregate, id, version)));
    }

    static IntegrityEvent replayed() {
        return new IntegrityEvent("OUTBOX_REPLAYED", null, List.of());
    }

    private static FollowUp work(UUID check) {
        return new FollowUp(CHECK, "integrity_check", check, 0);
    }
}
