package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Documents that get another name or another dossier. Taking them out of a workspace takes them from those who read
 * there, so it needs the right to throw them away.
 */
@Boundary
public class Moves {

    private static final int AT_MOST = 500;
    private static final String TARGETS =
            """
            select cast(d.id as text), d.name, w.name from dossier d
            join workspace w on w.tenant_id = d.tenant_id and w.id = d.workspace_id
            where d.workspace_id = any (cast(?1 as uuid[])) order by w.name, d.name
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Trash trash;

    @Inject
    Names names;

    @Inject
    Holds holds;

    @Inject
    Locks locks;

    @Inject
    Event<DomainEvent> events;

    /** @return dossiers that this person may put documents into, by workspace and name, at most 500 */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<Target> targets() {
        var open = workspaces.readable().stream()
                .filter(id -> workspaces.may(id, Operation.DOCUMENT_UPLOAD))
                .map(UUID::toString)
                .collect(Collectors.joining(",", "{", "}"));
        List<?> rows = em.createNativeQuery(TARGETS)
                .setParameter(1, open)
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Target(UUID.fromString((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    /**
     * Moves documents, all or none; one whose name is taken there gets a number.
     *
     * @throws BusinessException REFUSED when one of them is not this person's to take out of its workspace
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void move(List<UUID> ids, UUID target) {
        var to = dossiers.dossier(target, Operation.DOCUMENT_UPLOAD);
        names.lock(target);
        for (var id : ids) {
            var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
            var from = dossiers.dossier(document.dossierId(), Operation.DOCUMENT_UPLOAD);
            if (!from.workspaceId().equals(to.workspaceId())) {
                trash.requireOwn(document);
            }
            if (!from.id().equals(target)) {
                holds.requireMovable(document);
                locks.requireFree(document);
                var free = names.free(target, document.folder(), document.name());
                locks.requireFree(target, document.folder(), free);
                document.moveTo(target, document.folder(), free);
                em.flush();
                events.fire(DossierEvent.moved(document));
            }
        }
    }

    /**
     * Gives a document another name of the same type.
     *
     * @throws BusinessException INVALID for a name that is none or of another type, CONFLICT when it is taken
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void rename(UUID id, String name) {
        // The names first, then the document: who receives a file locks in that order.
        names.lock(documents.document(id, Operation.DOSSIER_READ).dossierId());
        var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
        put(document, document.dossierId(), document.folder(), name);
        events.fire(DossierEvent.renamed(document));
    }

    /**
     * Gives a document another dossier, folder and name of the same type at once.
     *
     * @throws BusinessException as {@link #rename}, and REFUSED when it is not this person's to take out of its workspace
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void place(UUID id, UUID target, String folder, String name) {
        var to = dossiers.dossier(target, Operation.DOCUMENT_UPLOAD);
        names.lock(target);
        var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
        var from = dossiers.dossier(document.dossierId(), Operation.DOCUMENT_UPLOAD);
        if (!from.workspaceId().equals(to.workspaceId())) {
            trash.requireOwn(document);
        }
        if (!from.id().equals(target)) {
            holds.requireMovable(document);
        }
        var stays = from.id().equals(target) && document.folder().equals(folder);
        put(document, target, FolderPath.check(folder), name);
        events.fire(stays ? DossierEvent.renamed(document) : DossierEvent.moved(document));
    }

    private void put(Document document, UUID dossier, String folder, String name) {
        var checked = FileName.check(name);
        if (!FileName.extension(checked).equals(FileName.extension(document.name()))) {
            throw BusinessException.invalid("name", "document.name.type", FileName.extension(document.name()));
        }
        var taken = names.find(dossier, folder, checked);
        if (taken.isPresent() && !taken.get().id().equals(document.id())) {
            throw BusinessException.conflict("document.name.used", checked);
        }
        locks.requireFree(document);
        locks.requireFree(dossier, folder, checked);
        document.moveTo(dossier, folder, checked);
        em.flush();
    }

    /** Where documents can go. */
    public record Target(UUID dossier, String name, String workspace) {}
}
