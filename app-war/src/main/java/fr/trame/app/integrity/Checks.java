package fr.trame.app.integrity;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The checks of the tenant and what they found, as rows. */
@Boundary
public class Checks {

    /** Everything is read; nothing else proves that each byte is what it was. */
    public static final int WHOLE = 1;

    /** Each object is read once a month. */
    public static final int NIGHTLY = 30;

    private static final int KEPT = 60;
    private static final String SELECT =
            """
            select cast(c.id as text), c.state, coalesce(m.display_name, ''), c.asked_at, c.ended_at, c.share, c.step,
                c.reached, c.objects, c.digests, c.entries, count(f.id), count(f.id) filter (where f.repaired)
            from integrity_check c
            left join member m on m.tenant_id = c.tenant_id and m.subject = c.asked_by
            left join integrity_finding f on f.tenant_id = c.tenant_id and f.check_id = c.id
            where %s group by c.tenant_id, c.id, m.display_name order by c.asked_at desc
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /**
     * Asks for a check; it runs in the background.
     *
     * @param share one object in so many is read whole, 1 to 365
     * @return the identifier of the check
     * @throws BusinessException INVALID for the share, CONFLICT while one runs
     */
    @Requires(Operation.INTEGRITY_CHECK)
    public UUID ask(int share) {
        if (share < 1 || share > 365) {
            throw BusinessException.invalid("share", "integrity.share.invalid");
        }
        return begin(share).orElseThrow(() -> BusinessException.conflict("integrity.running"));
    }

    /** Asks for the check of the night, unless one ran in the last twenty hours; those of long ago are forgotten. */
    @Requires(Operation.BACKGROUND)
    void askNightly() {
        var recent = em.createNativeQuery(
                        "select 1 from integrity_check where asked_at > now() - interval '20 hours' limit 1")
                .getResultList();
        if (recent.isEmpty() && begin(NIGHTLY).isPresent()) {
            em.createNativeQuery("delete from integrity_check where id in"
                            + " (select id from integrity_check order by asked_at desc offset ?1)")
                    .setParameter(1, KEPT)
                    .executeUpdate();
        }
    }

    private Optional<UUID> begin(int share) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var begun = em.createNativeQuery("insert into integrity_check (id, asked_by, share)"
                        + " values (cast(?1 as uuid), ?2, ?3) on conflict do nothing")
                .setParameter(1, id.toString())
                .setParameter(2, user.getSubject())
                .setParameter(3, share)
                .executeUpdate();
        if (begun == 0) {
            return Optional.empty();
        }
        events.fire(IntegrityEvent.asked(id));
        return Optional.of(id);
    }

    /** @return the latest checks, the last one first */
    @Requires(Operation.INTEGRITY_CHECK)
    public List<Check> latest(int atMost) {
        return checks("true", atMost, null);
    }

    /** @return one check */
    @Requires(Operation.INTEGRITY_CHECK)
    public Check get(UUID id) {
        return find(id).orElseThrow(() -> BusinessException.notFound("integrity.unknown"));
    }

    /** @return what a check found, first what a person must look at */
    @Requires(Operation.INTEGRITY_CHECK)
    public List<Finding> findings(UUID check, int atMost) {
        List<?> rows = em.createNativeQuery("select kind, cast(subject as text), name, repaired from integrity_finding"
                        + " where check_id = cast(?1 as uuid) order by repaired, id")
                .setParameter(1, check.toString())
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> finding((Object[]) row)).toList();
    }

    @Requires(Operation.BACKGROUND)
    Optional<Check> find(UUID id) {
        return checks("c.id = cast(?1 as uuid)", 1, id).stream().findFirst();
    }

    /**
     * Writes down how far the check is and what it found on the way.
     *
     * @return whether it goes on: not when somebody else did this part meanwhile
     */
    @Requires(Operation.BACKGROUND)
    boolean advance(Check from, Slice done) {
        var moved = em.createNativeQuery("update integrity_check set step = ?3, reached = ?4, objects = objects + ?5,"
                        + " digests = digests + ?6, entries = entries + ?7 where id = cast(?1 as uuid)"
                        + " and state = 'RUNNING' and step = ?2 and reached = ?8")
                .setParameter(1, from.id().toString())
                .setParameter(2, from.step().name())
                .setParameter(3, (done.isLast() ? from.step().next() : from.step()).name())
                .setParameter(4, done.isLast() ? "" : done.reached())
                .setParameter(5, done.objects())
                .setParameter(6, done.digests())
                .setParameter(7, done.entries())
                .setParameter(8, from.reached())
                .executeUpdate();
        if (moved == 0) {
            return false;
        }
        done.findings().forEach(finding -> keep(from.id(), finding));
        return true;
    }

    private void keep(UUID check, Finding finding) {
        em.createNativeQuery("insert into integrity_finding (check_id, kind, subject, name, repaired)"
                        + " values (cast(?1 as uuid), ?2, cast(nullif(?3, '') as uuid), ?4, ?5) on conflict do nothing")
                .setParameter(1, check.toString())
                .setParameter(2, finding.kind().name())
                .setParameter(
                        3, finding.subject() == null ? "" : finding.subject().toString())
                .setParameter(4, finding.name())
                .setParameter(5, finding.repaired())
                .executeUpdate();
    }

    /** The check is over. */
    @Requires(Operation.BACKGROUND)
    void end(UUID id, CheckState how) {
        var ended = em.createNativeQuery("update integrity_check set state = ?2, ended_at = now()"
                        + " where id = cast(?1 as uuid) and state = 'RUNNING'")
                .setParameter(1, id.toString())
                .setParameter(2, how.name())
                .executeUpdate();
        if (ended == 1) {
            events.fire(IntegrityEvent.ended(id));
        }
    }

    private List<Check> checks(String condition, int atMost, @Nullable UUID id) {
        var query = em.createNativeQuery(SELECT.formatted(condition)).setMaxResults(atMost);
        List<?> rows = (id == null ? query : query.setParameter(1, id.toString())).getResultList();
        return rows.stream().map(row -> check((Object[]) row)).toList();
    }

    private static Check check(Object[] row) {
        return new Check(
                UUID.fromString((String) row[0]),
                CheckState.valueOf((String) row[1]),
                (String) row[2],
                time((Timestamp) row[3]),
                row[4] == null ? null : time((Timestamp) row[4]),
                ((Number) row[5]).intValue(),
                CheckStep.valueOf((String) row[6]),
                (String) row[7],
                ((Number) row[8]).longValue(),
                ((Number) row[9]).longValue(),
                ((Number) row[10]).longValue(),
                ((Number) row[11]).longValue(),
                ((Number) row[12]).longValue());
    }

    private static OffsetDateTime time(Timestamp at) {
        return at.toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Finding finding(Object[] row) {
        return new Finding(
                Finding.Kind.valueOf((String) row[0]),
                row[1] == null ? null : UUID.fromString((String) row[1]),
                (String) row[2],
                (Boolean) row[3]);
    }
}
