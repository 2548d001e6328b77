package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.storage.StoredObjects;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * Files that come into a dossier. A name stands there once, whatever its capitals: a file whose name is taken becomes a
 * new version or takes another name, as its sender says.
 */
@Boundary
public class Arrivals {

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Names names;

    @Inject
    Locks locks;

    @Inject
    Versions versions;

    @Inject
    Quarantine quarantine;

    @Inject
    StoredObjects objects;

    @Inject
    Event<DomainEvent> events;

    /**
     * A file is about to come.
     *
     * @throws BusinessException CONFLICT when the name is taken and it is not said what to do then; UNSUPPORTED_TYPE or
     *     REFUSED when the tenant takes no such files
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void announce(UUID dossierId, String folder, String name, SameName same) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        quarantine.requireTaken(name);
        if (same == SameName.ASK && names.find(dossierId, folder, name).isPresent()) {
            throw BusinessException.conflict("document.name.taken", name);
        }
    }

    /**
     * Links bytes that are in the store to a document; from here on nothing of it is lost.
     *
     * @return the document, which is a new one unless the file became a version
     * @throws BusinessException as {@link #announce}, and LOCKED when somebody else holds that place
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public UUID receive(UUID dossierId, ReceivedFile file, SameName same) {
        dossiers.dossier(dossierId, Operation.DOCUMENT_UPLOAD);
        names.lock(dossierId);
        objects.link(file.objectKey());
        var twin = names.find(dossierId, file.folder(), file.name());
        if (twin.isPresent() && same == SameName.ASK) {
            throw BusinessException.conflict("document.name.taken", file.name());
        }
        if (twin.isPresent() && same == SameName.VERSION) {
            versions.add(twin.get(), file);
            return twin.get().id();
        }
        var named = twin.isEmpty() ? file : file.named(names.free(dossierId, file.folder(), file.name()));
        locks.requireFree(dossierId, named.folder(), named.name());
        var document = new Document(dossierId, named, user.getSubject());
        quarantine.admit(document);
        em.persist(document);
        em.flush();
        events.fire(DossierEvent.received(document));
        return document.id();
    }
}
