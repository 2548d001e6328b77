package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document was before. A version is never changed but for what people say about it; bringing one back makes a new
 * one, so that nothing of the history is lost. Only the current version is searched.
 */
@Boundary
public class Versions {

    private static final int REASON = 500;
    private static final int LABEL = 100;
    private static final String ALL =
            """
            select v.number, v.media_type, v.size, v.sha256, coalesce(m.display_name, ''), v.created_at, v.reason, v.label,
                v.restored_from, v.number = c.current_version
            from document_version v
            join document c on c.tenant_id = v.tenant_id and c.id = v.document_id
            left join member m on m.tenant_id = v.tenant_id and m.subject = v.created_by
            where v.document_id = cast(?1 as uuid) order by v.number desc
            """;
    private static final String ONE = "select media_type, size, sha256, object_key from document_version"
            + " where document_id = cast(?1 as uuid) and number = ?2";
    private static final String TEXT =
            """
            select content from document_page p join document c on c.tenant_id = p.tenant_id and c.id = p.document_id
            where p.document_id = cast(?1 as uuid) and c.current_version = ?2
            union all
            select content from (select content from document_version_page
                where document_id = cast(?1 as uuid) and number = ?2 order by page) old
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Documents documents;

    @Inject
    Quarantine quarantine;

    @Inject
    Locks locks;

    @Inject
    Event<DomainEvent> events;

    /** @return every version of a document, the latest first */
    @Requires(Operation.DOSSIER_READ)
    public List<DocumentVersion> list(UUID document) {
        documents.document(document, Operation.DOSSIER_READ);
        List<?> rows = statement(ALL, document).getResultList();
        return rows.stream().map(row -> version((Object[]) row)).toList();
    }

    /**
     * @return the text of a version, page by page; empty when it was not read
     * @throws BusinessException NOT_FOUND when there is no such version
     */
    @Requires(Operation.DOSSIER_READ)
    public List<String> text(UUID document, int number) {
        quarantine.requireOpen(toDownload(document, number).objectKey());
        List<?> pages = statement(TEXT, document).setParameter(2, number).getResultList();
        return pages.stream().map(String.class::cast).toList();
    }

    /** @return a version with the key of its bytes, to be downloaded */
    @Requires(Operation.DOSSIER_READ)
    public ReceivedFile toDownload(UUID document, int number) {
        return file(documents.document(document, Operation.DOSSIER_READ), number);
    }

    /**
     * Makes a version the current one again, as a new version.
     *
     * @throws BusinessException CONFLICT when it is the current one
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void restore(UUID id, int number, String reason) {
        var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
        var file = file(document, number);
        em.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        if (document.currentVersion() == number) {
            throw BusinessException.conflict("document.version.current");
        }
        append(document, file, reason, number);
        events.fire(DossierEvent.versionRestored(document));
    }

    /**
     * Says why a version was made and what people call it.
     *
     * @param reason at most 500 characters
     * @param label at most 100 characters; none takes the label away
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void describe(UUID id, int number, String reason, String label) {
        file(documents.document(id, Operation.DOCUMENT_UPLOAD), number);
        Text.check("reason", reason, 0, REASON);
        Text.check("label", label.strip(), 0, LABEL);
        statement(
                        "update document_version set reason = ?3, label = nullif(?4, '')"
                                + " where document_id = cast(?1 as uuid) and number = ?2",
                        id)
                .setParameter(2, number)
                .setParameter(3, reason.strip())
                .setParameter(4, label.strip())
                .executeUpdate();
        events.fire(DossierEvent.versionLabelled(id));
    }

    /**
     * Puts other bytes in the place of a document's.
     *
     * @throws BusinessException CONFLICT when it was thrown away or moved meanwhile: sent again, the file is a new one
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    void add(Document document, ReceivedFile file) {
        var dossier = document.dossierId();
        em.refresh(document, LockModeType.PESSIMISTIC_WRITE);
        if (document.isDeleted() || !document.dossierId().equals(dossier)) {
            throw BusinessException.conflict("document.name.taken", file.name());
        }
        append(document, file, "", null);
        events.fire(DossierEvent.versionAdded(document));
    }

    private void append(Document document, ReceivedFile file, String reason, @Nullable Integer restored) {
        Text.check("reason", reason, 0, REASON);
        locks.requireFree(document);
        var before = document.currentVersion();
        statement(
                        "insert into document_version_page (document_id, number, page, content)"
                                + " select document_id, ?2, page, content from document_page"
                                + " where document_id = cast(?1 as uuid)",
                        document.id())
                .setParameter(2, before)
                .executeUpdate();
        for (var table : List.of("document_page", "document_reading")) {
            statement("delete from " + table + " where document_id = cast(?1 as uuid)", document.id())
                    .executeUpdate();
        }
        statement(
                        "insert into document_version (document_id, number, media_type, size, sha256, object_key, reason,"
                                + " restored_from, created_by)"
                                + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as integer), ?9)",
                        document.id())
                .setParameter(2, before + 1)
                .setParameter(3, file.mediaType())
                .setParameter(4, file.size())
                .setParameter(5, file.sha256())
                .setParameter(6, file.objectKey())
                .setParameter(7, reason.strip())
                .setParameter(8, restored == null ? null : restored.toString())
                .setParameter(9, user.getSubject())
                .executeUpdate();
        document.become(before + 1, file, user.getSubject());
        quarantine.admit(document);
        em.flush();
    }

    private ReceivedFile file(Document document, int number) {
        List<?> rows = statement(ONE, document.id()).setParameter(2, number).getResultList();
        if (rows.isEmpty()) {
            throw BusinessException.notFound("document.version.unknown");
        }
        var row = (Object[]) rows.get(0);
        return new ReceivedFile(
                document.name(), (String) row[0], ((Number) row[1]).longValue(), (String) row[2], (String) row[3]);
    }

    private Query statement(String sql, UUID document) {
        return em.createNativeQuery(sql).setParameter(1, document.toString());
    }

    private static DocumentVersion version(Object[] row) {
        return new DocumentVersion(
                ((Number) row[0]).intValue(),
                (String) row[1],
                ((Number) row[2]).longValue(),
                (String) row[3],
                (String) row[4],
                ((java.sql.Timestamp) row[5]).toInstant().atOffset(ZoneOffset.UTC),
                (String) row[6],
                (String) row[7],
                row[8] == null ? null : ((Number) row[8]).intValue(),
                (Boolean) row[9]);
    }
}
