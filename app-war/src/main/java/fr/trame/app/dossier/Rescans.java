package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is looked at again because the antivirus knows more than it did: a verdict holds for the signatures it was given by.
 * Versions of before count too, since they can be downloaded and brought back.
 */
@Boundary
public class Rescans {

    private static final String OLD =
            "o.linked and o.verdict in ('CLEAN', 'ACCEPTED', 'INFECTED') and o.signatures <> ?1";
    private static final String OBJECTS =
            """
            from stored_object o
            join document_version v on v.tenant_id = o.tenant_id and v.object_key = o.object_key
            join document d on d.tenant_id = v.tenant_id and d.id = v.document_id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Renditions renditions;

    @Inject
    Event<DomainEvent> events;

    /**
     * @param signatures by which verdicts would be given now
     * @return documents with bytes whose verdict was given by others, the oldest verdict first
     */
    @Requires(Operation.BACKGROUND)
    List<UUID> due(String signatures, int atMost) {
        List<?> ids = em.createNativeQuery("select cast(d.id as text) " + OBJECTS + " where " + OLD
                        + " and d.purged_at is null and not exists (select from outbox x where x.tenant_id = d.tenant_id"
                        + " and x.aggregate_id = d.id and x.type = 'RESCAN')"
                        + " group by d.id order by min(o.scanned_at) nulls first, d.id")
                .setParameter(1, signatures)
                .setMaxResults(atMost)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** @return the keys of the bytes of a document that are to be looked at again */
    @Requires(Operation.BACKGROUND)
    List<String> objects(UUID document, String signatures) {
        List<?> keys = em.createNativeQuery("select distinct o.object_key " + OBJECTS + " where " + OLD
                        + " and d.purged_at is null and d.id = cast(?2 as uuid)")
                .setParameter(1, signatures)
                .setParameter(2, document.toString())
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /**
     * Nothing was found this time: what had been kept away for something was a false alarm, and goes on its way.
     *
     * @param since when this look began: what was found meanwhile stays found
     */
    @Requires(Operation.BACKGROUND)
    void clean(UUID id, String key, String signatures, Instant since) {
        int changed = statement(
                        "update stored_object set verdict = 'CLEAN', signature = '', signatures = ?2, scanned_at = now()"
                                + " where object_key = ?1 and verdict in ('CLEAN', 'ACCEPTED', 'INFECTED')"
                                + " and (verdict <> 'INFECTED' or scanned_at is null or scanned_at < ?3)",
                        key)
                .setParameter(2, signatures)
                .setParameter(3, java.sql.Timestamp.from(since))
                .executeUpdate();
        if (changed == 0) {
            return; // somebody who knows more was quicker
        }
        var document = em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (document != null
                && document.objectKey().equals(key)
                && document.state() == DocumentState.QUARANTINED
                && "INFECTED".equals(document.failure())) {
            document.receivedAgain();
            em.flush();
            events.fire(DossierEvent.cleared(document));
        }
    }

    /** Nobody can look at all of it: what was decided then stays. */
    @Requires(Operation.BACKGROUND)
    void left(String key, String signatures) {
        statement("update stored_object set signatures = ?2 where object_key = ?1", key)
                .setParameter(2, signatures)
                .executeUpdate();
    }

    /** Something is found that nobody knew when it came: nobody opens it any more, by whatever way. */
    @Requires(Operation.BACKGROUND)
    void infected(UUID id, String key, String signature, String signatures) {
        var known = statement("select verdict from stored_object where object_key = ?1", key)
                .getResultList();
        statement(
                        "update stored_object set verdict = 'INFECTED', signature = ?2, signatures = ?3, scanned_at = now()"
                                + " where object_key = ?1",
                        key)
                .setParameter(2, signature)
                .setParameter(3, signatures)
                .executeUpdate();
        renditions.drop(key);
        var document = em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (document == null || known.contains("INFECTED")) {
            return;
        }
        if (!document.objectKey().equals(key)) {
            events.fire(DossierEvent.versionQuarantined(document));
            return;
        }
        for (var table : List.of("document_page", "document_reading")) {
            em.createNativeQuery("delete from " + table + " where document_id = cast(?1 as uuid)")
                    .setParameter(1, id.toString())
                    .executeUpdate();
        }
        document.quarantined("INFECTED");
        em.flush();
        events.fire(DossierEvent.quarantined(document));
    }

    private Query statement(String sql, String key) {
        return em.createNativeQuery(sql).setParameter(1, key);
    }
}
