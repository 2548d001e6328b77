package fr.trame.app.retention;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rule of keeping changed, or an elimination list was proposed, agreed to, carried out or dropped. */
public record RetentionEvent(String operation, @Nullable UUID subject, List<FollowUp> followUps)
        implements DomainEvent {

    static final String ELIMINATE = "ELIMINATE";

    static RetentionEvent ruleSet() {
        return new RetentionEvent("RETENTION_RULE_SET", null, List.of());
    }

    static RetentionEvent proposed(UUID list) {
        return new RetentionEvent("ELIMINATION_PROPOSED", list, List.of());
    }

    static RetentionEvent decided(UUID list) {
        return new RetentionEvent("ELIMINATION_DECIDED", list, List.of());
    }

    static RetentionEvent agreed(UUID list) {
        return new RetentionEvent("ELIMINATION_AGREED", list, List.of());
    }

    static RetentionEvent executed(UUID list) {
        return new RetentionEvent(
                "ELIMINATION_EXECUTED", list, List.of(new FollowUp(ELIMINATE, "elimination", list, 0)));
    }

    static RetentionEvent dropped(UUID list) {
        return new RetentionEvent("ELIMINATION_DROPPED", list, List.of());
    }

    static RetentionEvent ended(UUID list) {
        return new RetentionEvent("ELIMINATION_ENDED", list, List.of());
    }
}
