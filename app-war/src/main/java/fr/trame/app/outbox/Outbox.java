package fr.trame.app.outbox;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * The table of what must still follow. A row is written by the transaction of the fact, claimed for a time, and deleted
 * when its work is done; a worker that dies leaves a claim that runs out.
 */
@Boundary
public class Outbox {

    static final int GIVE_UP_AFTER = 8;
    private static final int CLAIM_SECONDS = 90;
    private static final int ERROR_LENGTH = 500;

    @PersistenceContext
    EntityManager em;

    /** Writes the follow-ups of an event, in the event's own transaction. */
    void record(@Observes DomainEvent event) {
        event.followUps().forEach(this::insert);
    }

    /** Asks for work that no fact of the domain calls for, such as looking again later. */
    @Requires(Operation.BACKGROUND)
    public void follow(DomainEvent.FollowUp follow) {
        insert(follow);
    }

    private void insert(DomainEvent.FollowUp follow) {
        em.createNativeQuery("insert into outbox (aggregate, aggregate_id, aggregate_version, type, available_at)"
                        + " values (?1, cast(?2 as uuid), ?3, ?4, now() + make_interval(secs => ?5))")
                .setParameter(1, follow.aggregate())
                .setParameter(2, follow.id().toString())
                .setParameter(3, follow.version())
                .setParameter(4, follow.type())
                .setParameter(5, follow.delay().toSeconds())
                .executeUpdate();
    }

    /** Claims due rows of a type, oldest first; what another worker holds is skipped. */
    @Requires(Operation.BACKGROUND)
    public List<OutboxRow> claim(String type, int atMost) {
        List<?> rows = em.createNativeQuery("update outbox set attempts = attempts + 1,"
                        + " available_at = now() + make_interval(secs => ?1) where (tenant_id, id) in"
                        + " (select tenant_id, id from outbox where type = ?2 and available_at <= now()"
                        + " and tenant_id = current_tenant() order by id limit ?3 for update skip locked)"
                        + " returning id, aggregate, cast(aggregate_id as text), aggregate_version, attempts")
                .setParameter(1, CLAIM_SECONDS)
                .setParameter(2, type)
                .setParameter(3, atMost)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    /** Goes on holding what was claimed: the work takes longer than a claim. */
    @Requires(Operation.BACKGROUND)
    public void renew(List<OutboxRow> rows) {
        rows.forEach(row -> em.createNativeQuery("update outbox set available_at = now() + make_interval(secs => ?1)"
                        + " where id = ?2 and attempts = ?3")
                .setParameter(1, CLAIM_SECONDS)
                .setParameter(2, row.row())
                .setParameter(3, row.attempts())
                .executeUpdate());
    }

    /** The work is done. */
    @Requires(Operation.BACKGROUND)
    public void done(List<OutboxRow> rows) {
        rows.forEach(row -> em.createNativeQuery("delete from outbox where id = ?1")
                .setParameter(1, row.row())
                .executeUpdate());
    }

    /** A service is away: again soon, without limit. */
    @Requires(Operation.BACKGROUND)
    public void postpone(List<OutboxRow> rows, String error) {
        rows.forEach(row -> again(row, Math.min(30, 1 << Math.min(row.attempts(), 5)), error));
    }

    /**
     * The work failed: again, further apart each time, or never again.
     *
     * @return whether this was the last try
     */
    @Requires(Operation.BACKGROUND)
    public boolean failed(OutboxRow row, String error) {
        if (row.attempts() < GIVE_UP_AFTER) {
            again(row, 1 << row.attempts(), error);
            return false;
        }
        em.createNativeQuery("update outbox set available_at = 'infinity', last_error = ?1 where id = ?2")
                .setParameter(1, shortened(error))
                .setParameter(2, row.row())
                .executeUpdate();
        return true;
    }

    /** @return what is still to follow, by type of work, the most first */
    @Requires(Operation.INTEGRITY_CHECK)
    public List<Backlog> backlog() {
        List<?> rows = em.createNativeQuery("select type, count(*) filter (where available_at < 'infinity'),"
                        + " count(*) filter (where available_at = 'infinity'), max(attempts) from outbox"
                        + " group by type order by count(*) desc, type")
                .getResultList();
        return rows.stream().map(row -> backlog((Object[]) row)).toList();
    }

    /** Takes up again what was given up. @return how many rows */
    @Requires(Operation.INTEGRITY_CHECK)
    public int replay() {
        return em.createNativeQuery(
                        "update outbox set available_at = now(), attempts = 0 where available_at = 'infinity'")
                .executeUpdate();
    }

    private static Backlog backlog(Object[] row) {
        return new Backlog(
                (String) row[0],
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                ((Number) row[3]).intValue());
    }

    /**
     * Work of one type that is still to do.
     *
     * @param waiting rows that will be done
     * @param givenUp rows that were tried too often
     * @param attempts of the row that was tried most
     */
    public record Backlog(String type, long waiting, long givenUp, int attempts) {}

    private void again(OutboxRow row, int seconds, String error) {
        em.createNativeQuery("update outbox set available_at = now() + make_interval(secs => ?1), last_error = ?2"
                        + " where id = ?3")
                .setParameter(1, seconds)
                .setParameter(2, shortened(error))
                .setParameter(3, row.row())
                .executeUpdate();
    }

    private static String shortened(String error) {
        return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }

    private static OutboxRow row(Object[] columns) {
        return new OutboxRow(
                ((Number) columns[0]).longValue(),
                (String) columns[1],
                UUID.fromString((String) columns[2]),
                ((Number) columns[3]).longValue(),
                ((Number) columns[4]).intValue());
    }
}
