package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The searches a person keeps: the person's own, shown to nobody else. */
@Boundary
public class SavedSearches {

    private static final int MOST = 50;
    private static final int MOST_NAME = 100;
    private static final int MOST_WORDS = 256;
    private static final String OWN =
            "select cast(id as text), subject, name, words, filters, alert, created_at from saved_search"
                    + " where subject = ?1";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /**
     * Keeps a search.
     *
     * @param name 1 to 100 characters, unique among the person's own
     * @param words 1 to 256 characters
     * @param filters as {@link Filters#text} writes them
     * @param known what is found already and therefore no news
     */
    @Requires(Operation.WORKSPACE_READ)
    public UUID save(String name, String words, String filters, boolean alert, List<UUID> known) {
        Text.check("name", name.strip(), 1, MOST_NAME);
        Text.check("words", words.strip(), 1, MOST_WORDS);
        var own = list();
        if (own.stream().anyMatch(each -> each.name().equals(name.strip()))) {
            throw BusinessException.conflict("search.saved.taken", name.strip());
        }
        if (own.size() >= MOST) {
            throw BusinessException.conflict("search.saved.enough", MOST);
        }
        var id = UUID.randomUUID();
        query("insert into saved_search (id, subject, name, words, filters, alert)"
                        + " values (cast(?2 as uuid), ?1, ?3, ?4, ?5, ?6)")
                .setParameter(2, id.toString())
                .setParameter(3, name.strip())
                .setParameter(4, words.strip())
                .setParameter(5, filters)
                .setParameter(6, alert)
                .executeUpdate();
        add(id, known, true);
        events.fire(SavedSearchEvent.saved(id, alert));
        return id;
    }

    /** @return the person's own, by name */
    @Requires(Operation.WORKSPACE_READ)
    public List<SavedSearch> list() {
        List<?> rows = query(OWN + " order by lower(name)").getResultList();
        return rows.stream().map(row -> saved((Object[]) row)).toList();
    }

    /** @return the person's own of that identifier */
    @Requires(Operation.WORKSPACE_READ)
    public Optional<SavedSearch> find(UUID id) {
        return list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Requires(Operation.WORKSPACE_READ)
    public void remove(UUID id) {
        own(id, "delete from saved_search where subject = ?1 and id = cast(?2 as uuid)");
        events.fire(SavedSearchEvent.removed(id));
    }

    /** Begins or stops telling what is new. */
    @Requires(Operation.WORKSPACE_READ)
    public void alert(UUID id, boolean alert) {
        own(
                id,
                "update saved_search set looked_at = null, alert = " + alert
                        + " where subject = ?1 and id = cast(?2 as uuid)");
        events.fire(SavedSearchEvent.alerting(id, alert));
    }

    /** @return what was found since and not seen yet; who may read it is for the caller to ask */
    @Requires(Operation.WORKSPACE_READ)
    public List<UUID> unseen(UUID id) {
        return hits(id, "not h.seen");
    }

    /** @return what was found since and not told yet */
    @Requires(Operation.WORKSPACE_READ)
    public List<UUID> untold(UUID id) {
        return hits(id, "not h.told");
    }

    /** The person looked at the results. */
    @Requires(Operation.WORKSPACE_READ)
    public void seen(UUID id) {
        mark(id, "seen");
    }

    /** The person was told of the results. */
    @Requires(Operation.WORKSPACE_READ)
    public void told(UUID id) {
        mark(id, "told");
    }

    /** Adds what was found; what is known already is no news. */
    @Requires(Operation.WORKSPACE_READ)
    public void found(UUID id, List<UUID> entities) {
        if (find(id).isPresent()) {
            add(id, entities, false);
        }
    }

    private void add(UUID id, List<UUID> entities, boolean known) {
        entities.forEach(entity -> em.createNativeQuery("insert into saved_search_hit"
                        + " (saved_search_id, entity, told, seen) values (cast(?1 as uuid), cast(?2 as uuid), ?3, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, id.toString())
                .setParameter(2, entity.toString())
                .setParameter(3, known)
                .executeUpdate());
    }

    private List<UUID> hits(UUID id, String which) {
        List<?> rows = query("select cast(h.entity as text) from saved_search_hit h join saved_search s"
                        + " on s.tenant_id = h.tenant_id and s.id = h.saved_search_id"
                        + " where s.subject = ?1 and s.id = cast(?2 as uuid) and " + which
                        + " order by h.found_at desc")
                .setParameter(2, id.toString())
                .setMaxResults(Alerts.LATEST)
                .getResultList();
        return rows.stream().map(row -> UUID.fromString((String) row)).toList();
    }

    private void mark(UUID id, String what) {
        query("update saved_search_hit h set " + what + " = true from saved_search s where s.tenant_id = h.tenant_id"
                        + " and s.id = h.saved_search_id and s.subject = ?1 and s.id = cast(?2 as uuid)")
                .setParameter(2, id.toString())
                .executeUpdate();
    }

    private void own(UUID id, String sql) {
        if (query(sql).setParameter(2, id.toString()).executeUpdate() == 0) {
            throw BusinessException.notFound("search.saved.unknown");
        }
    }

    private Query query(String sql) {
        return em.createNativeQuery(sql).setParameter(1, user.getSubject());
    }

    static SavedSearch saved(Object[] row) {
        return new SavedSearch(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Boolean) row[5],
                ((java.sql.Timestamp) row[6]).toInstant().atOffset(ZoneOffset.UTC));
    }
}
