package fr.trame.app.outbox;

import static java.util.stream.Collectors.joining;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * The table of what must still follow. A row is written by the transaction of the fact, claimed for a time, and deleted
 * when its work is done; a worker that dies leaves a claim that runs out.
 */
@Boundary
public class Outbox {

    static final int GIVE_UP_AFTER = 8;
    /** How long the work of a dead worker lies; renewed four times meanwhile by one that lives. */
    static final int CLAIM_SECONDS = 40;

    private static final int MOST_ROWS = 5_000;
    private static final int SOON_SECONDS = 3;
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

    /**
     * Claims due rows of a type, those that wait longest first; what another worker holds is skipped. The rows are chosen
     * once, before anything is changed: as a mere subquery the choice may be made again for each row, and a claim then
     * takes many more than it may.
     *
     * @param wholeThings whether what else nobody works at comes with them, due or not yet, of the same things; at most
     *     5,000 rows
     */
    @Requires(Operation.BACKGROUND)
    public List<OutboxRow> claim(String type, int atMost, boolean wholeThings) {
        List<?> rows = em.createNativeQuery("with first as materialized (select id, aggregate_id from outbox"
                        + " where type = ?2 and available_at <= now() and tenant_id = current_tenant()"
                        + " order by available_at, id limit ?3 for update skip locked),"
                        + " more as materialized (select id from outbox where ?4 and type = ?2"
                        + " and (available_at <= now() or attempts = 0) and tenant_id = current_tenant()"
                        + " and aggregate_id in (select aggregate_id from first)"
                        + " limit ?5 for update skip locked),"
                        + " due as materialized (select id from first union select id from more)"
                        + " update outbox set attempts = attempts + 1,"
                        + " available_at = now() + make_interval(secs => ?1) from due"
                        + " where outbox.tenant_id = current_tenant() and outbox.id = due.id"
                        + " returning outbox.id, aggregate, cast(aggregate_id as text), aggregate_version, attempts")
                .setParameter(1, CLAIM_SECONDS)
                .setParameter(2, type)
                .setParameter(3, atMost)
                .setParameter(4, wholeThings)
                .setParameter(5, MOST_ROWS)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    /** Goes on holding what was claimed: the work takes longer than a claim. */
    @Requires(Operation.BACKGROUND)
    public void renew(List<OutboxRow> rows) {
        em.createNativeQuery("update outbox set available_at = now() + make_interval(secs => ?1)"
                        + " from unnest(cast(string_to_array(?2, ',') as bigint[]),"
                        + " cast(string_to_array(?3, ',') as integer[])) as held (id, attempts)"
                        + " where outbox.id = held.id and outbox.attempts = held.attempts"
                        + " and outbox.available_at < 'infinity'")
                .setParameter(1, CLAIM_SECONDS)
                .setParameter(2, listed(rows, OutboxRow::row))
                .setParameter(3, listed(rows, OutboxRow::attempts))
                .executeUpdate();
    }

    /** The work is done. */
    @Requires(Operation.BACKGROUND)
    public void done(List<OutboxRow> rows) {
        em.createNativeQuery("delete from outbox where id = any(cast(string_to_array(?1, ',') as bigint[]))")
                .setParameter(
                        1, rows.stream().map(row -> Long.toString(row.row())).collect(joining(",")))
                .executeUpdate();
    }

    /** A service is away: again soon, without limit. It was no try of the work itself, which does not come closer to its last. */
    @Requires(Operation.BACKGROUND)
    public void postpone(List<OutboxRow> rows, String error) {
        em.createNativeQuery("update outbox set available_at = now() + make_interval(secs => ?1), last_error = ?2,"
                        + " attempts = attempts - 1 where id = any(cast(string_to_array(?3, ',') as bigint[]))")
                .setParameter(1, SOON_SECONDS)
                .setParameter(2, shortened(error))
                .setParameter(3, listed(rows, OutboxRow::row))
                .executeUpdate();
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

    private static String listed(List<OutboxRow> rows, Function<OutboxRow, Number> column) {
        return rows.stream().map(column).map(String::valueOf).collect(joining(","));
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
