package fr.trame.app.coedit;

import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The rows of what is written together. Its callers are boundaries: it runs in their transactions. */
@ApplicationScoped
class CoeditRows {

    @PersistenceContext
    EntityManager em;

    @Inject
    TenantContext tenancy;

    /**
     * A document as it is committed.
     *
     * @param state empty when it holds nothing beyond what the reader has seen
     * @param upto the last change that the state holds
     * @param writtenUpto the last change that the texts of the fiche hold
     * @param changes what came after what was seen
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(byte[] state, long upto, long writtenUpto, List<Change> changes) {

        long last() {
            return changes.isEmpty()
                    ? upto
                    : Math.max(upto, changes.get(changes.size() - 1).seq());
        }
    }

    /** Holds the fiche's document until the end of the transaction. */
    void lock(UUID fiche) {
        em.createNativeQuery("select cast(lock_coedit(cast(?1 as uuid)) as text)")
                .setParameter(1, fiche.toString())
                .getResultList();
    }

    /** @return whether people may still write in it */
    boolean isOpen(UUID fiche) {
        List<?> states = em.createNativeQuery("select workflow_state from fiche where id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .getResultList();
        return !states.isEmpty()
                && WorkflowState.valueOf((String) states.get(0)).open();
    }

    boolean exists(UUID fiche) {
        return !em.createNativeQuery("select 1 from coedit_snapshot where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .getResultList()
                .isEmpty();
    }

    Stored read(UUID fiche, long seen) {
        // The changes first: what is added up and deleted meanwhile is in the state that is read afterwards.
        List<?> rows = em.createNativeQuery("select seq, cast(node as text), payload from coedit_update"
                        + " where fiche_id = cast(?1 as uuid) and seq > ?2 order by seq")
                .setParameter(1, fiche.toString())
                .setParameter(2, seen)
                .getResultList();
        var head = (Object[]) em.createNativeQuery(
                        "select case when upto > ?2 or ?2 = 0 then state end, upto, written_upto from coedit_snapshot"
                                + " where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .setParameter(2, seen)
                .getSingleResult();
        return new Stored(
                head[0] == null ? new byte[0] : (byte[]) head[0],
                ((Number) head[1]).longValue(),
                ((Number) head[2]).longValue(),
                rows.stream().map(row -> change((Object[]) row)).toList());
    }

    void create(UUID fiche, byte[] state) {
        em.createNativeQuery("insert into coedit_snapshot (fiche_id, state) values (cast(?1 as uuid), ?2)")
                .setParameter(1, fiche.toString())
                .setParameter(2, state)
                .executeUpdate();
    }

    /** Puts the changes that were read into the state and deletes them, and no others. */
    void compact(UUID fiche, byte[] state, long upto) {
        em.createNativeQuery("update coedit_snapshot set state = ?2, upto = ?3, at = now()"
                        + " where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .setParameter(2, state)
                .setParameter(3, upto)
                .executeUpdate();
        em.createNativeQuery("delete from coedit_update where fiche_id = cast(?1 as uuid) and seq <= ?2")
                .setParameter(1, fiche.toString())
                .setParameter(2, upto)
                .executeUpdate();
    }

    /** The texts of the fiche hold what was committed up to there. */
    void written(UUID fiche, long upto) {
        em.createNativeQuery("update coedit_snapshot set written_upto = ?2 where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .setParameter(2, upto)
                .executeUpdate();
    }

    /** @return the subject of the person who wrote last, "" when nobody is known */
    String lastAuthor(UUID fiche) {
        List<?> rows = em.createNativeQuery("select subject from coedit_update where fiche_id = cast(?1 as uuid)"
                        + " order by seq desc limit 1")
                .setParameter(1, fiche.toString())
                .getResultList();
        return rows.isEmpty() ? "" : (String) rows.get(0);
    }

    /** Adds a change that the texts of the fiche hold already. */
    void appendWritten(UUID fiche, UUID node, Change.Draft draft) {
        insert(fiche, node, draft);
        em.createNativeQuery("update coedit_snapshot set written_upto = (select max(seq) from coedit_update"
                        + " where fiche_id = cast(?1 as uuid)) where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .executeUpdate();
        announce(fiche);
    }

    boolean isWrittenBack(UUID fiche) {
        return (Boolean) em.createNativeQuery("select written_upto >= greatest(upto, coalesce((select max(seq)"
                        + " from coedit_update u where u.fiche_id = s.fiche_id), 0)) from coedit_snapshot s"
                        + " where fiche_id = cast(?1 as uuid)")
                .setParameter(1, fiche.toString())
                .getSingleResult();
    }

    void insert(UUID fiche, UUID node, Change.Draft draft) {
        em.createNativeQuery("insert into coedit_update (fiche_id, subject, node, payload)"
                        + " values (cast(?1 as uuid), ?2, cast(?3 as uuid), ?4)")
                .setParameter(1, fiche.toString())
                .setParameter(2, draft.subject())
                .setParameter(3, node.toString())
                .setParameter(4, draft.payload())
                .executeUpdate();
    }

    /** Heard by every node once this transaction is committed. */
    void announce(UUID fiche) {
        em.createNativeQuery("select cast(pg_notify('coedit', ?1) as text)")
                .setParameter(1, tenancy.tenant().id() + " " + fiche)
                .getResultList();
    }

    private static Change change(Object[] row) {
        return new Change(((Number) row[0]).longValue(), UUID.fromString((String) row[1]), (byte[]) row[2]);
    }
}
