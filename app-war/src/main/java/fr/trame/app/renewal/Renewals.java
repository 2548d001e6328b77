package fr.trame.app.renewal;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The required pieces that expire: of each kind a dossier must hold, the document that is valid longest, when even that one
 * comes to its end.
 */
@Boundary
public class Renewals {

    private static final int AT_MOST = 500;
    private static final String ENDING =
            """
            select c.tenant_id, c.id, c.name, p.kind, c.valid_until, f.id as dossier, f.name as dossier_name, f.workspace_id,
                case when c.valid_until < t.day then 'EXPIRED' when c.valid_until <= t.day + 7 then 'WEEK' else 'SOON' end
                    as step
            from dossier_piece p
            cross join (select cast(now() at time zone 'Europe/Paris' as date) as day) t
            join dossier f on f.tenant_id = p.tenant_id and f.id = p.dossier_id and f.closed_at is null
            join lateral (select d.* from document d where d.tenant_id = p.tenant_id and d.dossier_id = p.dossier_id
                and d.kind = p.kind and d.deleted_at is null and d.state not in ('SCANNING', 'QUARANTINED')
                order by d.valid_until desc nulls first, d.uploaded_at desc limit 1) c on c.valid_until <= t.day + 30
            """;
    private static final String LIST =
            "select cast(e.id as text), e.name, e.kind, e.valid_until, e.step, cast(e.dossier as text), e.dossier_name from ("
                    + ENDING + ") e ";
    private static final String NOTICE =
            """
            with fresh as (
                insert into renewal_notice (document_id, valid_until, step)
                select e.id, e.valid_until, e.step from (%s) e on conflict do nothing returning document_id)
            select distinct cast(d.dossier_id as text) from fresh join document d on d.id = fresh.document_id
            """
                    .formatted(ENDING);
    private static final String UNTOLD = LIST
            + "where e.dossier = cast(?1 as uuid) and exists (select from renewal_notice n where n.tenant_id = e.tenant_id"
            + " and n.document_id = e.id and n.valid_until = e.valid_until and n.step = e.step and n.told_at is null)"
            + " order by e.valid_until, e.name";
    private static final String OWNER =
            """
            select m.subject, m.display_name, coalesce(m.email, '') from dossier f
            join member m on m.tenant_id = f.tenant_id and m.subject = f.created_by where f.id = cast(?1 as uuid)
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    @Inject
    Event<DomainEvent> events;

    /** @return what has to be renewed where this person may read, the most urgent first, at most 500 */
    @Requires(Operation.DOSSIER_READ)
    public List<Renewal> list() {
        var readable = workspaces.readable().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        List<?> rows = em.createNativeQuery(
                        LIST + "where e.workspace_id = any (cast(?1 as uuid[])) order by e.valid_until,"
                                + " e.dossier_name, e.name, e.id")
                .setParameter(1, readable)
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> renewal((Object[]) row)).toList();
    }

    /** Writes down what has come near, each step once, and asks for its mail. */
    @Requires(Operation.BACKGROUND)
    void notice() {
        List<?> dossiers = em.createNativeQuery(NOTICE).getResultList();
        dossiers.forEach(id -> events.fire(RenewalEvent.noticed(UUID.fromString((String) id))));
    }

    /** @return what the owner of a dossier was not told yet */
    @Requires(Operation.BACKGROUND)
    List<Renewal> untold(UUID dossier) {
        List<?> rows = em.createNativeQuery(UNTOLD)
                .setParameter(1, dossier.toString())
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> renewal((Object[]) row)).toList();
    }

    /** The owner of the dossier knows of these; what came near meanwhile is not among them. */
    @Requires(Operation.BACKGROUND)
    void told(List<Renewal> told) {
        for (var each : told) {
            em.createNativeQuery("update renewal_notice set told_at = now() where document_id = cast(?1 as uuid)"
                            + " and valid_until = ?2 and step = ?3 and told_at is null")
                    .setParameter(1, each.document().toString())
                    .setParameter(2, Date.valueOf(each.validUntil()))
                    .setParameter(3, each.step().name())
                    .executeUpdate();
        }
    }

    /** @return who opened a dossier, empty when the person is no member any more */
    @Requires(Operation.BACKGROUND)
    Optional<Owner> owner(UUID dossier) {
        List<?> rows =
                em.createNativeQuery(OWNER).setParameter(1, dossier.toString()).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Owner((String) row[0], (String) row[1], (String) row[2]))
                .findFirst();
    }

    private static Renewal renewal(Object[] row) {
        return new Renewal(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                ((Date) row[3]).toLocalDate(),
                Renewal.Step.valueOf((String) row[4]),
                UUID.fromString((String) row[5]),
                (String) row[6]);
    }

    /** Who is told. */
    record Owner(String subject, String name, String address) {}
}
