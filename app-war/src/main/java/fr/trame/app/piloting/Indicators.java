package fr.trame.app.piloting;

import fr.trame.app.Boundary;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the tenant, computed from the rows of the workspaces this person may read. Each is one query, whatever
 * the number of fiches.
 */
@Boundary
public class Indicators {

    private static final String LATE = FicheQueries.LATE;
    private static final String IN_READABLE = " f.workspace_id = any (cast(?1 as uuid[])) ";

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    /** @return how many fiches are in each state; states without one are left out */
    @Requires(Operation.FICHE_READ)
    public List<StateCount> byState() {
        return rows(
                "select f.workflow_state, count(*) from fiche f where" + IN_READABLE + "group by f.workflow_state",
                0,
                row -> new StateCount((String) row[0], ((Number) row[1]).longValue()));
    }

    /** @return how many fiches are late */
    @Requires(Operation.FICHE_READ)
    public long lateCount() {
        return ((Number) em.createNativeQuery("select count(*) from fiche f where" + IN_READABLE + "and " + LATE)
                        .setParameter(1, readable())
                        .getSingleResult())
                .longValue();
    }

    /** @return the fiches that are most late */
    @Requires(Operation.FICHE_READ)
    public List<LateFiche> late(int atMost) {
        return rows(
                "select cast(f.id as text), f.reference, f.title, w.name, current_date - f.end_date, o.name from fiche f"
                        + " join workspace w on w.tenant_id = f.tenant_id and w.id = f.workspace_id"
                        + " left join organisation o on o.tenant_id = f.tenant_id and o.id = f.lead_organisation_id"
                        + " where" + IN_READABLE + "and " + LATE + " order by f.end_date, f.reference",
                atMost,
                row -> new LateFiche(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).intValue(),
                        (String) row[5]));
    }

    /** @return the amounts of each funder, the largest first, abandoned fiches left out */
    @Requires(Operation.FICHE_READ)
    public List<FunderAmounts> byFunder(int atMost) {
        return rows(
                "select p.funder, sum(p.planned), sum(p.requested), sum(p.granted), sum(p.paid) from fiche_funding p"
                        + " join fiche f on f.tenant_id = p.tenant_id and f.id = p.fiche_id where" + IN_READABLE
                        + "and f.phase_status <> 'ABANDONED' group by p.funder order by sum(p.planned) desc, p.funder",
                atMost,
                row -> new FunderAmounts(
                        (String) row[0], (BigDecimal) row[1], (BigDecimal) row[2], (BigDecimal) row[3], (BigDecimal)
                                row[4]));
    }

    /** @return each workspace with its fiches, how many are done, how many are late */
    @Requires(Operation.FICHE_READ)
    public List<WorkspaceProgress> byWorkspace() {
        return rows(
                "select cast(w.id as text), w.name, count(f.id), count(f.id) filter (where f.phase_status = 'COMPLETED'),"
                        + " count(f.id) filter (where " + LATE + ") from workspace w"
                        + " left join fiche f on f.tenant_id = w.tenant_id and f.workspace_id = w.id"
                        + " where w.id = any (cast(?1 as uuid[])) group by w.tenant_id, w.id order by w.name",
                0,
                row -> new WorkspaceProgress(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue()));
    }

    /** @return the milestones to come: fiches whose end date falls within the days given */
    @Requires(Operation.FICHE_READ)
    public List<DueFiche> due(int days, int atMost) {
        return rows(
                "select cast(f.id as text), f.title, w.name, f.end_date from fiche f"
                        + " join workspace w on w.tenant_id = f.tenant_id and w.id = f.workspace_id where" + IN_READABLE
                        + "and f.end_date between current_date and current_date + cast(?2 as int)"
                        + " and f.phase_status not in ('COMPLETED', 'ABANDONED') order by f.end_date",
                atMost,
                row -> new DueFiche(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        ((java.sql.Date) row[3]).toLocalDate()),
                days);
    }

    /** @return what was done lately to fiches, dossiers and documents of readable workspaces */
    @Requires(Operation.FICHE_READ)
    public List<Activity> recent(int atMost) {
        return rows(
                """
                select a.happened_at, a.operation, coalesce(m.display_name, ''), cast(a.subject as text), t.kind, t.title,
                    w.name
                from audit_entry a
                join (select tenant_id, id, 'fiche' as kind, title, workspace_id from fiche
                      union all select tenant_id, id, 'dossier', name, workspace_id from dossier
                      union all select c.tenant_id, c.id, 'document', c.name, d.workspace_id from document c
                          join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
                          where c.deleted_at is null and c.state <> 'QUARANTINED') t
                    on t.tenant_id = a.tenant_id and t.id = a.subject
                join workspace w on w.tenant_id = t.tenant_id and w.id = t.workspace_id
                left join member m on m.tenant_id = a.tenant_id and m.subject = a.actor
                where a.outcome = 'DONE' and a.actor <> 'system' and a.operation <> 'DOSSIER_TAKEN_ALONG'
                    and t.workspace_id = any (cast(?1 as uuid[]))
                order by a.happened_at desc
                """,
                atMost,
                row -> new Activity(
                        ((java.sql.Timestamp) row[0]).toInstant(),
                        (String) row[1],
                        (String) row[2],
                        UUID.fromString((String) row[3]),
                        (String) row[4],
                        (String) row[5],
                        (String) row[6]));
    }

    private <T> List<T> rows(String sql, int atMost, Function<Object[], T> toRecord, Object... more) {
        var query = em.createNativeQuery(sql).setParameter(1, readable());
        for (var place = 0; place < more.length; place++) {
            query.setParameter(place + 2, more[place]);
        }
        List<?> rows = (atMost > 0 ? query.setMaxResults(atMost) : query).getResultList();
        return rows.stream().map(row -> toRecord.apply((Object[]) row)).toList();
    }

    private String readable() {
        return "{"
                + String.join(
                        ",", workspaces.readable().stream().map(UUID::toString).toList()) + "}";
    }

    /** How many fiches are in a state. */
    public record StateCount(String state, long count) {}

    /** A late fiche and by how many days. */
    public record LateFiche(
            UUID id, String reference, String title, String workspace, int days, @Nullable String lead) {}

    /** Amounts of a funder in the tenant's currency. */
    public record FunderAmounts(
            String funder, BigDecimal planned, BigDecimal requested, BigDecimal granted, BigDecimal paid) {}

    /** How far a workspace is. */
    public record WorkspaceProgress(UUID id, String name, long fiches, long done, long late) {}

    /** A fiche that ends soon. */
    public record DueFiche(UUID id, String title, String workspace, LocalDate end) {}

    /** Something somebody did. */
    public record Activity(
            Instant at, String operation, String who, UUID subject, String kind, String title, String workspace) {}
}
