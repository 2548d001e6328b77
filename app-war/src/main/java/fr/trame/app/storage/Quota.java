package fr.trame.app.storage;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * How much room the tenant has, and who is told when it comes to its end. The database keeps the sum with each object that
 * comes and goes; its row is locked from then to the end of the transaction, so that the look taken here is the truth.
 */
@Boundary
public class Quota {

    private static final int MEGABYTE = 1_000_000;
    private static final String ROOM =
            """
            select coalesce(u.bytes, 0), t.quota_bytes, coalesce(u.warned, 0),
                (select coalesce(sum(o.bytes), 0) from stored_object o where not o.linked)
            from tenant t left join storage_usage u on u.tenant_id = t.id where t.id = current_tenant()
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    TenantContext tenancy;

    @Inject
    Event<DomainEvent> events;

    /** @return how much room there is */
    @Requires(Operation.QUOTA_READ)
    public Room room() {
        return room(row());
    }

    /**
     * Refuses what was just announced when it is more than there is; tells the administrators when a level is crossed.
     *
     * @param asked bytes that were announced, 0 when nobody knows
     * @throws BusinessException TOO_LARGE with what is used, what there is and what was asked, in megabytes
     */
    @Requires(Operation.OBJECT_WRITE)
    void require(long asked) {
        var row = row();
        var room = room(row);
        if (room.quota() == null) {
            return;
        }
        if (room.used() > room.quota() || (asked == 0 && room.left() == 0)) {
            throw BusinessException.file(
                    BusinessException.Kind.TOO_LARGE,
                    "storage.full",
                    megabytes(room.used() - asked),
                    megabytes(room.quota()),
                    megabytes(asked));
        }
        var level = level(room);
        if (level > ((Number) row[2]).intValue()) {
            em.createNativeQuery("update storage_usage set warned = ?1")
                    .setParameter(1, level)
                    .executeUpdate();
            events.fire(StorageEvent.crossed(tenancy.tenant().id(), level));
        }
    }

    /** A level that is not reached any more can be crossed again. */
    void sweep(@Observes SweepTime now) {
        lower();
    }

    @Requires(Operation.BACKGROUND)
    void lower() {
        em.createNativeQuery("update storage_usage set warned = ?1 where warned > ?1")
                .setParameter(1, level(room(row())))
                .executeUpdate();
    }

    private static int level(Room room) {
        return room.percent() >= 95 ? 95 : room.percent() >= 80 ? 80 : 0;
    }

    private static long megabytes(long bytes) {
        return (Math.max(0, bytes) + MEGABYTE - 1) / MEGABYTE;
    }

    private Object[] row() {
        return (Object[]) em.createNativeQuery(ROOM).getSingleResult();
    }

    private static Room room(@Nullable Object[] row) {
        return new Room(
                ((Number) row[0]).longValue(),
                ((Number) row[3]).longValue(),
                row[1] == null ? null : ((Number) row[1]).longValue());
    }
}
