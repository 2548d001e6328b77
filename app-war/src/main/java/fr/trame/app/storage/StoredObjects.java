package fr.trame.app.storage;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * The objects of the tenant. Each is announced before its bytes are written and linked by the transaction that gives it a
 * meaning; one that was announced and never linked is swept after a day.
 */
@Boundary
public class StoredObjects {

    @PersistenceContext
    EntityManager em;

    /** Announces bytes that are about to be written; announcing twice is harmless. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void announce(String key) {
        em.createNativeQuery("insert into stored_object (object_key) values (?1) on conflict do nothing")
                .setParameter(1, key)
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

    /** @return keys announced more than a day ago and never linked, at most 100 */
    @Requires(Operation.BACKGROUND)
    public List<String> orphans() {
        List<?> keys = em.createNativeQuery("select object_key from stored_object where not linked"
                        + " and created_at < now() - interval '1 day' order by created_at limit 100")
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
