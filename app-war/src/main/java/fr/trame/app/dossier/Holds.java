package fr.trame.app.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
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
import java.util.UUID;

/**
 * Dossiers and documents that nothing may erase: an audit or a lawsuit goes before any rule. A hold wins over the trash,
 * its sweep and elimination; who erases locks the document's row first and asks in a statement after it, who holds locks
 * the same rows, so that one of the two sees the other.
 */
@Boundary
public class Holds {

    /** Whether the document {@code d} of a statement is held, itself or with its dossier. */
    public static final String HELD = "exists (select from legal_hold h where h.tenant_id = d.tenant_id"
            + " and h.lifted_at is null and (h.document_id = d.id or h.dossier_id = d.dossier_id))";

    private static final int REASON = 500;
    private static final int AT_MOST = 500;
    private static final String ALL =
            """
            select cast(h.id as text), cast(coalesce(h.dossier_id, h.document_id) as text), coalesce(f.name, c.name),
                h.dossier_id is not null, h.reason, coalesce(m.display_name, ''), h.placed_at
            from legal_hold h
            left join dossier f on f.tenant_id = h.tenant_id and f.id = h.dossier_id
            left join document c on c.tenant_id = h.tenant_id and c.id = h.document_id
            left join member m on m.tenant_id = h.tenant_id and m.subject = h.placed_by
            where h.lifted_at is null and %s order by h.placed_at desc, h.id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Event<DomainEvent> events;

    /** @return what holds a dossier */
    @Requires(Operation.DOSSIER_READ)
    public List<Hold> ofDossier(UUID id) {
        dossiers.dossier(id, Operation.DOSSIER_READ);
        return holds("h.dossier_id = cast(?1 as uuid)", id);
    }

    /** @return what holds a document, itself or with its dossier */
    @Requires(Operation.DOSSIER_READ)
    public List<Hold> ofDocument(UUID id) {
        return of(documents.document(id, Operation.DOSSIER_READ));
    }

    /** @return all that is held, the latest first, at most 500 */
    @Requires(Operation.RETENTION_MANAGE)
    public List<Hold> all() {
        return holds("true");
    }

    /**
     * Holds a dossier with all it has and will have.
     *
     * @param reason 1 to 500 characters
     */
    @Requires(Operation.RETENTION_MANAGE)
    public UUID holdDossier(UUID id, String reason) {
        dossiers.dossier(id, Operation.DOSSIER_READ);
        statement("select 1 from document where dossier_id = cast(?1 as uuid) for no key update", id)
                .getResultList();
        return place("dossier_id", id, reason);
    }

    /**
     * Holds a document with all its versions.
     *
     * @param reason 1 to 500 characters
     */
    @Requires(Operation.RETENTION_MANAGE)
    public UUID holdDocument(UUID id, String reason) {
        documents.document(id, Operation.DOCUMENT_UPLOAD);
        return place("document_id", id, reason);
    }

    /**
     * Lifts a hold.
     *
     * @param reason 1 to 500 characters
     * @throws BusinessException NOT_FOUND when there is none, or it was lifted
     */
    @Requires(Operation.RETENTION_MANAGE)
    public void lift(UUID id, String reason) {
        Text.check("reason", reason.strip(), 1, REASON);
        var hold = holds("h.id = cast(?1 as uuid)", id).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("hold.unknown"));
        statement(
                        "update legal_hold set lifted_at = now(), lifted_by = ?2, lifted_for = ?3"
                                + " where id = cast(?1 as uuid) and lifted_at is null",
                        id)
                .setParameter(2, user.getSubject())
                .setParameter(3, reason.strip())
                .executeUpdate();
        events.fire(DossierEvent.freed(hold.subject(), hold.whole()));
    }

    /**
     * Refuses what would erase a document whose row is locked already.
     *
     * @throws BusinessException CONFLICT with who holds it, since when and why
     */
    @Requires(Operation.DOSSIER_READ)
    void requireFree(Document document) {
        of(document).stream().findFirst().ifPresent(hold -> {
            throw BusinessException.conflict("hold.holds", document.name(), hold.placedBy(), day(hold), hold.reason());
        });
    }

    /** Out of a dossier that is held nothing goes: it would leave the hold behind. */
    @Requires(Operation.DOSSIER_READ)
    void requireMovable(Document document) {
        of(document).stream().filter(Hold::whole).findFirst().ifPresent(hold -> {
            throw BusinessException.conflict("hold.stays", document.name(), hold.placedBy(), day(hold), hold.reason());
        });
    }

    private static String day(Hold hold) {
        return hold.placedAt().toLocalDate().toString();
    }

    private UUID place(String column, UUID subject, String reason) {
        Text.check("reason", reason.strip(), 1, REASON);
        var id = UuidCreator.getTimeOrderedEpoch();
        statement(
                        "insert into legal_hold (id, " + column + ", reason, placed_by)"
                                + " values (cast(?2 as uuid), cast(?1 as uuid), ?3, ?4)",
                        subject)
                .setParameter(2, id.toString())
                .setParameter(3, reason.strip())
                .setParameter(4, user.getSubject())
                .executeUpdate();
        events.fire(DossierEvent.held(subject, column.equals("dossier_id")));
        return id;
    }

    @Requires(Operation.DOSSIER_READ)
    List<Hold> of(Document document) {
        return holds(
                "(h.document_id = cast(?1 as uuid) or h.dossier_id = cast(?2 as uuid))",
                document.id(),
                document.dossierId());
    }

    private List<Hold> holds(String condition, UUID... ids) {
        var query = em.createNativeQuery(ALL.formatted(condition)).setMaxResults(AT_MOST);
        for (var index = 0; index < ids.length; index++) {
            query.setParameter(index + 1, ids[index].toString());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> hold((Object[]) row)).toList();
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    private static Hold hold(Object[] row) {
        return new Hold(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (Boolean) row[3],
                (String) row[4],
                (String) row[5],
                ((java.sql.Timestamp) row[6]).toInstant().atOffset(ZoneOffset.UTC));
    }
}
