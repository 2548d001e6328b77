package fr.trame.app.integrity;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.dossier.Documents;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.outbox.Outbox;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the documents of the tenant are, what is still to follow, and the ways to take up again what was given up. */
@Boundary
public class Pipeline {

    /** Enough for one press of a button; what is left waits for the next. */
    static final int RETRIED_AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    Outbox outbox;

    @Inject
    Event<DomainEvent> events;

    /** @return how many documents are in each state, by the name of the state; states without one are left out */
    @Requires(Operation.INTEGRITY_CHECK)
    public Map<String, Long> states() {
        List<?> rows = em.createNativeQuery(
                        "select state, count(*) from document where deleted_at is null group by state order by state")
                .getResultList();
        var states = new LinkedHashMap<String, Long>();
        rows.forEach(row -> states.put((String) ((Object[]) row)[0], ((Number) ((Object[]) row)[1]).longValue()));
        return states;
    }

    /** @return what is still to follow */
    @Requires(Operation.INTEGRITY_CHECK)
    public List<Outbox.Backlog> backlog() {
        return outbox.backlog();
    }

    /** @return documents that could not be read, the latest first */
    @Requires(Operation.INTEGRITY_CHECK)
    public List<Failed> failed(int atMost) {
        List<?> rows = em.createNativeQuery("select cast(d.id as text), d.name, coalesce(d.failure, ''), f.name"
                        + " from document d join dossier f on f.tenant_id = d.tenant_id and f.id = d.dossier_id"
                        + " where d.state = 'FAILED' and d.deleted_at is null order by d.uploaded_at desc, d.id")
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> failed((Object[]) row)).toList();
    }

    /**
     * Takes up again the work that was given up, and reads again the documents that failed, at most 500 of them.
     *
     * @return how much of it there was
     */
    @Requires(Operation.INTEGRITY_CHECK)
    public int replay() {
        var failed = failed(RETRIED_AT_ONCE);
        var rows = outbox.replay();
        failed.forEach(each -> documents.retry(each.id()));
        events.fire(IntegrityEvent.replayed());
        return rows + failed.size();
    }

    private static Failed failed(@Nullable Object[] row) {
        return new Failed(UUID.fromString((String) row[0]), (String) row[1], (String) row[2], (String) row[3]);
    }

    /**
     * A document that could not be read.
     *
     * @param reason as the document's own page names it, empty when none was kept
     * @param dossier its name
     */
    public record Failed(UUID id, String name, String reason, String dossier) {}
}
