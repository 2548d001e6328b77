package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Documents that were thrown away: gone from lists and search at once, kept for thirty days, then removed for good. Who
 * put a document and all its versions there may throw it away; so may who manages the workspace.
 */
@Boundary
public class Trash {

    /** How long a document can be taken back. */
    public static final int DAYS = 30;

    private static final int AT_MOST = 500;
    private static final String LIST =
            """
            select cast(c.id as text), c.name, c.size, coalesce(m.display_name, ''), c.deleted_at
            from document c left join member m on m.tenant_id = c.tenant_id and m.subject = c.deleted_by
            where c.dossier_id = cast(?1 as uuid) and c.deleted_at is not null and c.purged_at is null
                and (c.state <> 'QUARANTINED' or c.uploaded_by = ?2 or ?3)
            order by c.deleted_at desc, c.id
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Names names;

    @Inject
    Holds holds;

    @Inject
    Quarantine quarantine;

    @Inject
    Locks locks;

    @Inject
    Event<DomainEvent> events;

    /**
     * @return what was thrown away in a dossier and can be taken back, the latest first, at most 500; nothing for those
     *     who may not take it back
     */
    @Requires(Operation.DOSSIER_READ)
    public List<Thrown> list(UUID dossierId) {
        var dossier = dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        if (!workspaces.may(dossier.workspaceId(), Operation.DOCUMENT_UPLOAD)) {
            return List.of();
        }
        List<?> rows = em.createNativeQuery(LIST)
                .setParameter(1, dossierId.toString())
                .setParameter(2, user.getSubject())
                .setParameter(3, user.allows(Operation.QUARANTINE_READ))
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> thrown((Object[]) row)).toList();
    }

    /**
     * Throws documents away, all or none.
     *
     * @throws BusinessException REFUSED when one of them is not this person's to throw away
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void delete(List<UUID> ids) {
        for (var id : ids) {
            var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
            requireOwn(document);
            holds.requireFree(document);
            locks.requireFree(document);
            document.throwAway(user.getSubject());
            em.flush();
            events.fire(DossierEvent.deleted(document));
        }
    }

    /**
     * Takes documents back, all or none; one whose name was taken meanwhile comes back under another.
     *
     * @throws BusinessException NOT_FOUND when one of them is not in the trash, or too long
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void takeBack(List<UUID> ids) {
        for (var id : ids) {
            var document = em.find(Document.class, id);
            if (document == null) {
                throw BusinessException.notFound("document.not.in.trash");
            }
            dossiers.dossier(document.dossierId(), Operation.DOCUMENT_UPLOAD);
            names.lock(document.dossierId());
            em.refresh(document, LockModeType.PESSIMISTIC_WRITE);
            if (!document.isDeleted() || document.isPurged() || !quarantine.mayKnow(document)) {
                throw BusinessException.notFound("document.not.in.trash");
            }
            var free = names.free(document.dossierId(), document.folder(), document.name());
            locks.requireFree(document.dossierId(), document.folder(), free);
            document.takeBack(free);
            em.flush();
            events.fire(DossierEvent.takenBack(document));
        }
    }

    /** @throws BusinessException REFUSED unless everything of the document is this person's, or the person manages there */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void requireOwn(UUID id) {
        requireOwn(documents.document(id, Operation.DOCUMENT_UPLOAD));
    }

    /** Refuses unless everything of the document is this person's own, or the person manages the workspace. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    void requireOwn(Document document) {
        var others = (Number) em.createNativeQuery("select count(*) from document_version"
                        + " where document_id = cast(?1 as uuid) and created_by <> ?2")
                .setParameter(1, document.id().toString())
                .setParameter(2, user.getSubject())
                .getSingleResult();
        if (others.longValue() > 0) {
            var workspace = dossiers.dossier(document.dossierId(), Operation.DOSSIER_READ)
                    .workspaceId();
            if (!workspaces.may(workspace, Operation.DOCUMENT_MANAGE)) {
                throw BusinessException.refused("document.of.others", document.name());
            }
        }
    }

    /**
     * Marks what lay in the trash for long enough: from here on it cannot be taken back. A row that is marked stays so
     * until all of it is gone, however often the work is interrupted.
     *
     * @return documents to remove for good, at most 100
     */
    @Requires(Operation.BACKGROUND)
    List<UUID> condemn() {
        List<?> ripe = em.createNativeQuery("select cast(id as text) from document d where deleted_at <"
                        + " now() - make_interval(days => ?1) and not " + Holds.HELD
                        + " order by deleted_at limit 100 for update skip locked")
                .setParameter(1, DAYS)
                .getResultList();
        // A statement of its own: it sees the hold that was placed before these rows were locked.
        List<?> ids = em.createNativeQuery("update document d set purged_at = coalesce(purged_at, now())"
                        + " where id = any (cast(?1 as uuid[])) and not " + Holds.HELD + " returning cast(id as text)")
                .setParameter(1, ripe.stream().map(String.class::cast).collect(Collectors.joining(",", "{", "}")))
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    /** @return the keys of all bytes of a document, of what was made of them too */
    @Requires(Operation.BACKGROUND)
    List<String> objects(UUID id) {
        List<?> keys = em.createNativeQuery(
                        "select object_key from document_version where document_id = cast(?1 as uuid) union"
                                + " select r.object_key from document_rendition r join document_version v"
                                + " on v.tenant_id = r.tenant_id and v.object_key = r.source_key"
                                + " where v.document_id = cast(?1 as uuid) and r.object_key is not null")
                .setParameter(1, id.toString())
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /** Removes the rows of a document whose bytes are gone. */
    @Requires(Operation.BACKGROUND)
    void remove(UUID id, List<String> keys) {
        em.createNativeQuery("delete from document where id = cast(?1 as uuid) and purged_at is not null")
                .setParameter(1, id.toString())
                .executeUpdate();
        for (var key : keys) {
            em.createNativeQuery("delete from stored_object where object_key = ?1")
                    .setParameter(1, key)
                    .executeUpdate();
        }
        events.fire(DossierEvent.purged(id));
    }

    private static Thrown thrown(Object[] row) {
        var at = ((java.sql.Timestamp) row[4]).toInstant().atOffset(ZoneOffset.UTC);
        return new Thrown(
                UUID.fromString((String) row[0]),
                (String) row[1],
                ((Number) row[2]).longValue(),
                (String) row[3],
                at,
                at.plusDays(DAYS));
    }
}
