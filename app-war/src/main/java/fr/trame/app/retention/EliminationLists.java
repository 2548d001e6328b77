package fr.trame.app.retention;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Elimination lists and their lines, to be read. */
@Boundary
public class EliminationLists {

    private static final int AT_MOST = 10_000;
    private static final String LISTS =
            """
            select cast(e.id as text), e.year, e.state, coalesce(m.display_name, ''), e.proposed_at, e.ended_at,
                count(l.document_id), count(l.document_id) filter (where l.decision is null), count(l.agreed_by),
                count(l.agreed_by) filter (where l.decision = 'DESTROY'), count(l.outcome)
            from elimination e
            left join elimination_line l on l.tenant_id = e.tenant_id and l.elimination_id = e.id
            left join member m on m.tenant_id = e.tenant_id and m.subject = e.proposed_by
            where ?1 in ('', cast(e.id as text)) group by e.tenant_id, e.id, m.display_name order by e.proposed_at desc
            """;
    private static final String LINES =
            """
            select cast(l.document_id as text), l.name, l.dossier, l.kind, l.sha256, l.size, l.months, l.start_event,
                l.started_on, l.ended_on, l.decision, coalesce(p.display_name, ''),
                case when l.agreed_by is not null then coalesce(a.display_name, '') end, l.agreed_at, l.outcome, l.done_at
            from elimination_line l
            left join member p on p.tenant_id = l.tenant_id and p.subject = l.decided_by
            left join member a on a.tenant_id = l.tenant_id and a.subject = l.agreed_by
            where l.elimination_id = cast(?1 as uuid)
            order by l.decision is not null, l.ended_on, l.dossier, l.name, l.document_id
            """;

    @PersistenceContext
    EntityManager em;

    /** @return the lists of the tenant, the latest first, at most 20 */
    @Requires(Operation.RETENTION_MANAGE)
    public List<Elimination> latest() {
        return lists("", 20);
    }

    /** @return one list */
    @Requires(Operation.RETENTION_MANAGE)
    public Elimination get(UUID id) {
        return lists(id.toString(), 1).stream()
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("elimination.unknown"));
    }

    /** @return a page of the lines of a list, first what waits for a decision */
    @Requires(Operation.RETENTION_MANAGE)
    public List<EliminationLine> lines(UUID id, int first, int size) {
        get(id);
        List<?> rows = em.createNativeQuery(LINES)
                .setParameter(1, id.toString())
                .setFirstResult(first)
                .setMaxResults(Math.min(size, AT_MOST))
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private List<Elimination> lists(String id, int atMost) {
        List<?> rows = em.createNativeQuery(LISTS)
                .setParameter(1, id)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> list((Object[]) row)).toList();
    }

    private static Elimination list(Object[] row) {
        return new Elimination(
                UUID.fromString((String) row[0]),
                ((Number) row[1]).intValue(),
                Elimination.State.valueOf((String) row[2]),
                (String) row[3],
                Objects.requireNonNull(time(row[4])),
                time(row[5]),
                ((Number) row[6]).longValue(),
                ((Number) row[7]).longValue(),
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                ((Number) row[10]).longValue());
    }

    private static EliminationLine line(Object[] row) {
        return new EliminationLine(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                ((Number) row[5]).longValue(),
                ((Number) row[6]).intValue(),
                StartEvent.valueOf((String) row[7]),
                Objects.requireNonNull(Rules.date(row[8])),
                Objects.requireNonNull(Rules.date(row[9])),
                (String) row[10],
                (String) row[11],
                (String) row[12],
                time(row[13]),
                (String) row[14],
                time(row[15]));
    }

    private static @Nullable OffsetDateTime time(@Nullable Object at) {
        return at == null ? null : ((Timestamp) at).toInstant().atOffset(ZoneOffset.UTC);
    }
}
