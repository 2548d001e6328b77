package fr.trame.app.search;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the index of the tenant at work really holds, to be compared with the database. Every call is a network call with
 * a timeout: never make one inside a transaction. When the index does not answer, each method throws {@link
 * SearchIndex.IndexUnavailable}.
 */
public interface IndexSurvey {

    /**
     * What the index holds of an entity.
     *
     * @param oldest the lowest version among its entries
     * @param newest the highest one
     * @param entries how many
     */
    record Holding(UUID entity, long oldest, long newest, long entries) {}

    /**
     * A part of what the index holds.
     *
     * @param holdings in the order of their identifiers, each whole
     * @param isLast whether there is nothing behind them
     */
    record Part(List<Holding> holdings, boolean isLast) {}

    /**
     * Reads on, what was written before the call included.
     *
     * @param after the identifier to begin behind, empty for the first
     */
    Part part(SearchIndex.Kind kind, String after);

    /** @return what the index holds of one entity, what was written before the call included; empty when nothing */
    Optional<Holding> holding(SearchIndex.Kind kind, UUID entity);
}
