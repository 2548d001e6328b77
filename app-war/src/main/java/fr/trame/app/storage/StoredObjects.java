package fr.trame.app.storage;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The objects of the tenant. Each is announced before its bytes are written and linked by the transaction that gives it a
 * meaning; one that was announced and not linked in time, a day unless said otherwise, is swept.
 */
@Boundary
public class StoredObjects {

    @PersistenceContext
    EntityManager em;

    @Inject
    Quota quota;

    /**
     * Announces bytes that are about to be written, which have their place from here on.
     *
     * @param bytes how many, 0 when nobody knows
     * @throws BusinessException TOO_LARGE when the tenant has no room for them
     */
    @Requires(Operation.OBJECT_WRITE)
    public void announce(String key, long bytes) {
        announce(key, OffsetDateTime.now(ZoneOffset.UTC).plusDays(1), bytes);
    }

    /** The same for bytes that may wait for their meaning until then; announcing again changes what was said. */
    @Requires(Operation.OBJECT_WRITE)
    public void announce(String key, OffsetDateTime until, long bytes) {
        em.createNativeQuery("insert into stored_object (object_key, wanted_until, bytes) values (?1, ?2, ?3)"
                        + " on conflict (tenant_id, object_key) do update set wanted_until = excluded.wanted_until,"
                        + " bytes = excluded.bytes")
                .setParameter(1, key)
                .setParameter(2, until)
                .setParameter(3, bytes)
                .executeUpdate();
        quota.require(bytes);
    }

    /** Announces bytes that the product makes of others: they take nothing of the tenant's room. */
    @Requires(Operation.BACKGROUND)
    public void announceDerived(String key) {
        em.createNativeQuery(
                        "insert into stored_object (object_key, wanted_until) values (?1, now() + interval '1 day')")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Takes its meaning from an object that was made of others: it is swept. */
    @Requires(Operation.BACKGROUND)
    public void release(String key) {
        em.createNativeQuery("update stored_object set linked = false, wanted_until = now() where object_key = ?1")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Gives up an object that was not linked: its place is free at once, and what came of it is swept. */
    @Requires(Operation.OBJECT_WRITE)
    public void giveUp(String key) {
        em.createNativeQuery(
                        "update stored_object set bytes = 0, wanted_until = now() where object_key = ?1 and not linked")
                .setParameter(1, key)
                .executeUpdate();
    }

    /** Lets bytes that are there wait for their meaning until then. */
    @Requires(Operation.OBJECT_WRITE)
    public void announce(String key, OffsetDateTime until) {
        em.createNativeQuery("insert into stored_object (object_key, wanted_until) values (?1, ?2)"
                        + " on conflict (tenant_id, object_key) do update set wanted_until = excluded.wanted_until")
                .setParameter(1, key)
                .setParameter(2, until)
                .executeUpdate();
    }

    /** Gives an announced object its meaning, in the transaction that needs it. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void link(String key) {
        var linked = em.createNativeQuery("update stored_object set linked = true where object_key = ?1 and not linked")
                .setParameter(1, key)
                .executeUpdate();
        if (linked != 1) {
            throw BusinessException.conflict("document.swept");
        }
    }

    /** @return keys that were not linked in time, at most 100 */
    @Requires(Operation.BACKGROUND)
    public List<String> orphans() {
        List<?> keys = em.createNativeQuery("select object_key from stored_object where not linked"
                        + " and wanted_until < now() order by wanted_until limit 100")
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /** Forgets an object whose bytes are gone. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void forget(String key) {
        em.createNativeQuery("delete from stored_object where object_key = ?1 and not linked")
                .setParameter(1, key)
                .executeUpdate();
    }
}
