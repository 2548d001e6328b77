package fr.trame.app.fiche;

import java.util.Set;

/** Where a fiche stands between its authors and those who decide on it; the moves allowed are a closed list. */
public enum WorkflowState {
    DRAFT,
    IN_CONSULTATION,
    SUBMITTED,
    CHANGES_REQUESTED,
    VALIDATED,
    CONTRACTED,
    CLOSED,
    ARCHIVED;

    /** @return the states a fiche in this one can be moved to */
    public Set<WorkflowState> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_CONSULTATION, SUBMITTED);
            case IN_CONSULTATION -> Set.of(DRAFT, SUBMITTED);
            case SUBMITTED -> Set.of(CHANGES_REQUESTED, VALIDATED);
            case CHANGES_REQUESTED -> Set.of(SUBMITTED);
            case VALIDATED -> Set.of(CONTRACTED, CHANGES_REQUESTED, CLOSED);
            case CONTRACTED -> Set.of(CLOSED);
            case CLOSED -> Set.of(ARCHIVED);
            case ARCHIVED -> Set.of();
        };
    }

    /** @return whether moving a fiche here is up to its authors; every other move is a decision */
    public boolean byAuthors() {
        return this == DRAFT || this == IN_CONSULTATION || this == SUBMITTED;
    }

    /** @return whether the content may still be written in this state */
    public boolean open() {
        return this != CLOSED && this != ARCHIVED;
    }
}
