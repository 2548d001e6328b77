package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.outbox.Outbox;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whose turn it is to be looked for. The next turn is asked for by the transaction that takes this one. */
@Boundary
public class AlertTurns {

    @PersistenceContext
    EntityManager em;

    @Inject
    Outbox outbox;

    /** A search whose turn it is, and where its owner is told. */
    public record Turn(SavedSearch search, String ownersName, String address) {}

    /**
     * Takes the turn of a search.
     *
     * @return nothing when it is gone, stopped, or had its turn: then there is no next turn to ask for either, or another
     *     row asked for it
     */
    @Requires(Operation.BACKGROUND)
    public Optional<Turn> take(UUID id) {
        var taken = em.createNativeQuery(
                        "update saved_search set looked_at = now() where id = cast(?1 as uuid) and alert"
                                + " and (looked_at is null or looked_at < now() - make_interval(secs => ?2))")
                .setParameter(1, id.toString())
                .setParameter(2, SavedSearchEvent.EVERY.toSeconds() * 0.9)
                .executeUpdate();
        if (taken == 0) {
            return Optional.empty();
        }
        SavedSearchEvent.again(id).forEach(outbox::follow);
        List<?> rows = em.createNativeQuery("select cast(s.id as text), s.subject, s.name, s.words, s.filters, s.alert,"
                        + " s.created_at, m.display_name, coalesce(m.email, '') from saved_search s join member m"
                        + " on m.tenant_id = s.tenant_id and m.subject = s.subject where s.id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Turn(SavedSearches.saved(row), (String) row[7], (String) row[8]))
                .findFirst();
    }
}
