package fr.trame.app.link;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which documents belong to which fiche action. Who brings them together may change both; each side is shown as far as its
 * own workspace may be read.
 */
@Boundary
public class Links {

    private static final int AT_MOST = 200;

    /** What is thrown away or set aside is not shown, and is there again when it comes back. */
    private static final String SHOWN = " and c.deleted_at is null and c.state <> 'QUARANTINED'";

    private static final String FICHES =
            """
            select cast(f.id as text), f.reference, f.title from fiche f
            where f.workspace_id = any (cast(?2 as uuid[])) and %s exists (select from document_fiche l
                where l.tenant_id = f.tenant_id and l.fiche_id = f.id and l.document_id = cast(?1 as uuid))
            order by f.reference
            """;
    private static final String DOCUMENTS =
            """
            select cast(c.id as text), c.name, d.name from document c
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
            where d.workspace_id = any (cast(?2 as uuid[])) and %s exists (select from document_fiche l
                where l.tenant_id = c.tenant_id and l.document_id = c.id and l.fiche_id = cast(?1 as uuid))
            """
                    + SHOWN + " order by lower(c.name), c.id";

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    Dossiers dossiers;

    @Inject
    FicheQueries fiches;

    @Inject
    Workspaces workspaces;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /** @return the fiches a document belongs to that this person may read, by reference */
    @Requires(Operation.DOSSIER_READ)
    public List<LinkedFiche> fiches(UUID document) {
        documents.get(document);
        return fiches(document, readable(), "");
    }

    /** @return the documents of a fiche that this person may read, by name */
    @Requires(Operation.FICHE_READ)
    public List<LinkedDocument> documents(UUID fiche) {
        fiches.get(fiche);
        return documents(fiche, readable(), "");
    }

    /** @return fiches of the document's own workspace that it does not belong to yet */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public List<LinkedFiche> furtherFiches(UUID document) {
        var workspace = dossiers.get(documents.get(document).dossierId()).workspaceId();
        return fiches(document, "{" + workspace + "}", "not");
    }

    /** @return documents of the fiche's own workspace that do not belong to it yet */
    @Requires(Operation.FICHE_EDIT)
    public List<LinkedDocument> furtherDocuments(UUID fiche) {
        return documents(fiche, "{" + fiches.get(fiche).workspaceId() + "}", "not");
    }

    /** A document belongs to a fiche from now on; once is enough. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void link(UUID document, UUID fiche) {
        requireBoth(document, fiche);
        var added = statement(
                        "insert into document_fiche (document_id, fiche_id, linked_by)"
                                + " values (cast(?1 as uuid), cast(?2 as uuid), ?3) on conflict do nothing",
                        document,
                        fiche)
                .setParameter(3, user.getSubject())
                .executeUpdate();
        if (added > 0) {
            events.fire(LinkEvent.linked(document));
        }
    }

    /** It belongs to it no longer. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void unlink(UUID document, UUID fiche) {
        requireBoth(document, fiche);
        var removed = statement(
                        "delete from document_fiche where document_id = cast(?1 as uuid) and fiche_id = cast(?2 as uuid)",
                        document,
                        fiche)
                .executeUpdate();
        if (removed == 0) {
            throw BusinessException.notFound("link.unknown");
        }
        events.fire(LinkEvent.unlinked(document));
    }

    private void requireBoth(UUID document, UUID fiche) {
        dossiers.dossier(documents.get(document).dossierId(), Operation.DOCUMENT_UPLOAD);
        workspaces.get(fiches.get(fiche).workspaceId(), Operation.FICHE_EDIT);
    }

    private List<LinkedFiche> fiches(UUID document, String within, String not) {
        return rows(FICHES.formatted(not), document, within).stream()
                .map(row -> new LinkedFiche(UUID.fromString((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    private List<LinkedDocument> documents(UUID fiche, String within, String not) {
        return rows(DOCUMENTS.formatted(not), fiche, within).stream()
                .map(row -> new LinkedDocument(UUID.fromString((String) row[0]), (String) row[1], (String) row[2]))
                .toList();
    }

    private List<Object[]> rows(String sql, UUID of, String within) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, of.toString())
                .setParameter(2, within)
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private Query statement(String sql, UUID document, UUID fiche) {
        return em.createNativeQuery(sql).setParameter(1, document.toString()).setParameter(2, fiche.toString());
    }

    private String readable() {
        return workspaces.readable().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
