package fr.trame.app.search;

import fr.trame.app.DomainEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Something happened to a saved search. */
record SavedSearchEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    static final String ALERT = "ALERT";
    static final Duration EVERY = Duration.ofHours(1);

    static SavedSearchEvent saved(UUID id, boolean alert) {
        return new SavedSearchEvent("SEARCH_SAVED", id, alert ? again(id) : List.of());
    }

    static SavedSearchEvent removed(UUID id) {
        return new SavedSearchEvent("SEARCH_REMOVED", id, List.of());
    }

    static SavedSearchEvent alerting(UUID id, boolean alert) {
        return new SavedSearchEvent(
                alert ? "SEARCH_ALERT_STARTED" : "SEARCH_ALERT_STOPPED", id, alert ? again(id) : List.of());
    }

    static List<FollowUp> again(UUID id) {
        return List.of(new FollowUp(ALERT, "saved_search", id, 0, EVERY));
    }
}
