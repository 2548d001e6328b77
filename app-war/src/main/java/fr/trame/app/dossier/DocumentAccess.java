package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Whether somebody may know of a document, for those who keep something beside it. */
@Boundary
public class DocumentAccess {

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Quarantine quarantine;

    /** @return whether there is such a document for this person, outside of the trash */
    @Requires(Operation.DOSSIER_READ)
    public boolean isThere(UUID id) {
        var found = em.find(Document.class, id);
        return found != null
                && !found.isDeleted()
                && dossiers.may(found.dossierId(), Operation.DOSSIER_READ)
                && quarantine.mayKnow(found);
    }
}
