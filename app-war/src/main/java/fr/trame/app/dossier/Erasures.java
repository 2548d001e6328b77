package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/**
 * Removes documents for good without the thirty days of the trash, for who has the right reasons. In this order: condemn,
 * take it out of the index by {@link DocumentGoes}, remove its objects, remove its rows.
 */
@Boundary
public class Erasures {

    /** What was found when a document was about to be condemned. */
    public enum Fate {
        CONDEMNED,
        HELD,
        /** Other bytes came since. */
        CHANGED,
        GONE
    }

    @PersistenceContext
    EntityManager em;

    @Inject
    Holds holds;

    @Inject
    Trash trash;

    /**
     * Marks a document, which from here on cannot come back; doing it again changes nothing.
     *
     * @param sha256 of the bytes it is condemned for
     * @param who asked for it
     */
    @Requires(Operation.BACKGROUND)
    public Fate condemn(UUID id, String sha256, String who) {
        var document = em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (document == null) {
            return Fate.GONE;
        }
        // Also of one that is condemned already: its bytes may still be there, because the store was away.
        if (!holds.of(document).isEmpty()) {
            return Fate.HELD;
        }
        if (document.isPurged()) {
            return Fate.CONDEMNED;
        }
        if (!document.sha256().equals(sha256)) {
            return Fate.CHANGED;
        }
        em.createNativeQuery("update document set deleted_at = coalesce(deleted_at, now()),"
                        + " deleted_by = coalesce(deleted_by, ?2), purged_at = now(), version = version + 1"
                        + " where id = cast(?1 as uuid)")
                .setParameter(1, id.toString())
                .setParameter(2, who)
                .executeUpdate();
        return Fate.CONDEMNED;
    }

    /** @return the keys of all bytes of a document */
    @Requires(Operation.BACKGROUND)
    public List<String> objects(UUID id) {
        return trash.objects(id);
    }

    /** Removes the rows of a condemned document whose bytes are gone. */
    @Requires(Operation.BACKGROUND)
    public void remove(UUID id, List<String> keys) {
        trash.remove(id, keys);
    }
}
