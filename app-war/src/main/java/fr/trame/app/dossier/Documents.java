package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
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
import java.util.Optional;
import java.util.UUID;

/** The documents of a dossier, as rows; their bytes travel through {@link Uploads} and {@link Downloads}. */
@Boundary
public class Documents {

    private static final int PAGE_LIMIT = 100;
    private static final String SUMMARIES =
            """
            select cast(c.id as text), cast(c.dossier_id as text), c.name, c.media_type, c.size, c.state, c.failure,
                c.pages, coalesce(m.display_name, ''), c.uploaded_at, c.current_version, c.folder,
                c.kind, c.valid_until, coalesce(r.recognition, 'NONE'),
                o.verdict = 'ACCEPTED',
                exists (select from document_rendition t where t.tenant_id = c.tenant_id
                    and t.source_key = c.object_key and t.kind = 'THUMBNAIL' and t.outcome = 'DONE')
            from document c left join member m on m.tenant_id = c.tenant_id and m.subject = c.uploaded_by
                left join document_reading r on r.tenant_id = c.tenant_id and r.document_id = c.id
                join stored_object o on o.tenant_id = c.tenant_id and o.object_key = c.object_key
            where %s and (c.state <> 'QUARANTINED' or c.uploaded_by = ?2 or ?3) order by c.uploaded_at desc, c.id
            """;

    private static final String IN_DOSSIER = "c.deleted_at is null and c.dossier_id = cast(?1 as uuid)";

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Readings readings;

    @Inject
    Quarantine quarantine;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /** @return a page of the documents of a dossier, the latest first */
    @Requires(Operation.DOSSIER_READ)
    public List<DocumentSummary> list(UUID dossierId, int first, int size) {
        return where(dossierId, "true", List.of(), first, size);
    }

    /** @return a page of the documents that stand in a folder of a dossier, the latest first */
    @Requires(Operation.DOSSIER_READ)
    public List<DocumentSummary> list(UUID dossierId, String folder, int first, int size) {
        return where(dossierId, "c.folder = ?4", List.of(folder), first, size);
    }

    /** @return a page of the documents of a dossier for which a condition on the values, from ?4 on, holds */
    @Requires(Operation.DOSSIER_READ)
    List<DocumentSummary> where(UUID dossierId, String condition, List<String> values, int first, int size) {
        dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        var query = query(IN_DOSSIER + " and " + condition, dossierId);
        for (var index = 0; index < values.size(); index++) {
            query.setParameter(index + 4, values.get(index));
        }
        return summaries(query, first, Math.min(size, PAGE_LIMIT));
    }

    /** @return one document */
    @Requires(Operation.DOSSIER_READ)
    public DocumentSummary get(UUID id) {
        document(id, Operation.DOSSIER_READ);
        return summaries(query("c.id = cast(?1 as uuid)", id), 0, 1).get(0);
    }

    /** @return a document with the key of its bytes, to be downloaded */
    @Requires(Operation.DOSSIER_READ)
    public Document toDownload(UUID id) {
        return document(id, Operation.DOSSIER_READ);
    }

    /** @return all that a dossier holds, to be taken along; it is written down who did */
    @Requires(Operation.DOSSIER_READ)
    Load takeAlong(UUID dossierId) {
        dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        var all = em.createQuery(
                        "select d from Document d where d.dossierId = :dossier and d.deletedAt is null order by d.name",
                        Document.class)
                .setParameter("dossier", dossierId)
                .getResultStream()
                .filter(quarantine::mayKnow)
                .toList();
        events.fire(DossierEvent.takenAlong(dossierId));
        var open = quarantine.open(dossierId);
        return new Load(
                all.stream()
                        .filter(each -> open.contains(each.objectKey()))
                        .map(ReceivedFile::of)
                        .toList(),
                all.stream()
                        .filter(each -> !open.contains(each.objectKey()))
                        .map(ReceivedFile::of)
                        .toList());
    }

    /**
     * What a dossier holds.
     *
     * @param held what stays behind, because the antivirus keeps it; only what this person may know of
     */
    record Load(List<ReceivedFile> files, List<ReceivedFile> held) {}

    /**
     * Reads a document that failed once more, or its scans, where those were not read.
     *
     * @throws BusinessException CONFLICT when nothing failed
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void retry(UUID id) {
        var document = document(id, Operation.DOCUMENT_UPLOAD);
        boolean unscanned =
                document.state() == DocumentState.QUARANTINED && Quarantine.UNSCANNED.equals(document.failure());
        if (document.state() != DocumentState.FAILED && !unscanned) {
            if (!document.state().isHeld() && readings.again(document)) {
                return;
            }
            throw BusinessException.conflict("document.not.failed");
        }
        document.receivedAgain();
        quarantine.admit(document);
        em.flush();
        events.fire(
                document.state().isHeld() ? DossierEvent.scannedAgain(document) : DossierEvent.triedAgain(document));
    }

    /** @return a document for extraction or the index, empty when it is gone or thrown away */
    @Requires(Operation.BACKGROUND)
    public Optional<Document> find(UUID id) {
        return Optional.ofNullable(em.find(Document.class, id)).filter(found -> !found.isDeleted());
    }

    /** @return the extracted text, page by page; empty before the extraction */
    @Requires(Operation.BACKGROUND)
    public List<String> text(UUID id) {
        List<?> pages = em.createNativeQuery(
                        "select content from document_page where document_id = cast(?1 as uuid) order by page")
                .setParameter(1, id.toString())
                .getResultList();
        return pages.stream().map(String.class::cast).toList();
    }

    /** The bytes cannot be read, unless others came meanwhile or somebody read them. */
    @Requires(Operation.BACKGROUND)
    void unreadable(UUID id, String objectKey, String why) {
        var document = em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (document != null && document.objectKey().equals(objectKey) && document.state() != DocumentState.EXTRACTED) {
            fail(document, why);
        }
    }

    /** The document cannot be read. */
    @Requires(Operation.BACKGROUND)
    public void failed(UUID id, String why) {
        var document = em.find(Document.class, id, LockModeType.PESSIMISTIC_WRITE);
        // What is kept from everybody stays so, whatever becomes of work that older bytes left behind.
        if (document != null && !document.state().isHeld()) {
            fail(document, why);
        }
    }

    private void fail(Document document, String why) {
        if (document.state() != DocumentState.INDEXED && document.state() != DocumentState.QUARANTINED) {
            document.failed(why);
            events.fire(DossierEvent.failed(document));
        }
    }

    /**
     * Refuses unless this person may do that with the document. Whoever changes it holds its row to the end of the
     * transaction: reading and indexing go on in the background and change it too.
     */
    @Requires(Operation.DOSSIER_READ)
    Document document(UUID id, Operation toDo) {
        var lock = toDo == Operation.DOSSIER_READ ? LockModeType.NONE : LockModeType.PESSIMISTIC_WRITE;
        var found = em.find(Document.class, id, lock);
        if (found == null || found.isDeleted()) {
            throw BusinessException.notFound("document.unknown");
        }
        dossiers.dossier(found.dossierId(), toDo);
        if (!quarantine.mayKnow(found)) {
            throw BusinessException.notFound("document.unknown");
        }
        return found;
    }

    private Query query(String condition, UUID id) {
        return em.createNativeQuery(SUMMARIES.formatted(condition))
                .setParameter(1, id.toString())
                .setParameter(2, user.getSubject())
                .setParameter(3, user.allows(Operation.QUARANTINE_READ));
    }

    private static List<DocumentSummary> summaries(Query query, int first, int size) {
        List<?> rows = query.setFirstResult(first).setMaxResults(size).getResultList();
        return rows.stream().map(row -> summary((Object[]) row)).toList();
    }

    private static DocumentSummary summary(Object[] row) {
        return new DocumentSummary(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                DocumentState.valueOf((String) row[5]),
                (String) row[6],
                ((Number) row[7]).intValue(),
                (String) row[8],
                ((java.sql.Timestamp) row[9]).toInstant().atOffset(ZoneOffset.UTC),
                ((Number) row[10]).intValue(),
                (String) row[11],
                (String) row[12],
                row[13] == null ? null : ((java.sql.Date) row[13]).toLocalDate(),
                Recognition.valueOf((String) row[14]),
                (Boolean) row[15],
                (Boolean) row[16]);
    }
}
