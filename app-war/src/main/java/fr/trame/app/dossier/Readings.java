package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.extraction.TextExtractor.About;
import fr.trame.app.extraction.TextExtractor.Extracted;
import fr.trame.app.extraction.TextRecogniser.Recognised;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What reading found in documents: their pages of text, what they say of themselves, what became of their scans. */
@Boundary
public class Readings {

    private static final String PAGE =
            """
            insert into document_page (document_id, page, content, recognised) values (cast(?1 as uuid), ?2, ?3, ?4)
            on conflict (tenant_id, document_id, page)
                do update set content = excluded.content, recognised = excluded.recognised
            """;
    private static final String READING =
            """
            insert into document_reading (document_id, recognition, language, title, author, written_at)
                values (cast(?1 as uuid), ?2, ?3, ?4, ?5, cast(?6 as timestamptz))
            on conflict (tenant_id, document_id) do update set recognition = excluded.recognition,
                language = excluded.language, title = excluded.title, author = excluded.author,
                written_at = excluded.written_at
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Quarantine quarantine;

    @Inject
    Event<DomainEvent> events;

    /** The text of the bytes that were read is there, unless they are kept away meanwhile, or another was quicker. */
    @Requires(Operation.BACKGROUND)
    void extracted(Document read, Extracted text, Recognition recognition) {
        var id = read.id();
        var document = locked(read).filter(each -> each.state() == DocumentState.RECEIVED);
        if (document.isEmpty()) {
            return;
        }
        statement("delete from document_page where document_id = cast(?1 as uuid)", id)
                .executeUpdate();
        var pages = text.pages();
        for (var page = 0; page < pages.size(); page++) {
            write(id, page + 1, pages.get(page), false);
        }
        keep(id, text.about(), recognition);
        document.get().extracted(pages.size());
        em.flush();
        events.fire(DossierEvent.extracted(document.get(), recognition == Recognition.WAITING));
    }

    /** The pages that are pictures were read: their text stands beside that of the others. */
    @Requires(Operation.BACKGROUND)
    void recognised(Document read, Recognised text) {
        var id = read.id();
        var found = locked(read).filter(Readings::isRead);
        if (found.isEmpty()) {
            return;
        }
        text.pages().forEach((page, content) -> write(id, page, content, true));
        var blank = text.pages().values().stream().allMatch(String::isBlank);
        var outcome = text.cut() ? Recognition.PARTIAL : blank ? Recognition.EMPTY : Recognition.DONE;
        become(id, outcome);
        if (!text.language().isEmpty()) {
            statement("update document_reading set language = ?2 where document_id = cast(?1 as uuid)", id)
                    .setParameter(2, text.language())
                    .executeUpdate();
        }
        var document = found.get();
        document.extracted(Math.max(document.pages(), text.last()));
        // The index takes no version twice, and it may have taken this one without the new pages.
        em.lock(document, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        em.flush();
        events.fire(DossierEvent.recognised(document));
    }

    /** Nothing was recognised, and why. */
    @Requires(Operation.BACKGROUND)
    void notRecognised(Document read, Recognition why) {
        locked(read).filter(Readings::isRead).ifPresent(document -> {
            become(read.id(), why);
            events.fire(DossierEvent.notRecognised(document));
        });
    }

    /** @return the language that was detected in a document, such as {@code en}, "" when none was */
    @Requires(Operation.BACKGROUND)
    public String language(UUID document) {
        List<?> rows = em.createNativeQuery(
                        "select language from document_reading where document_id = cast(?1 as uuid)")
                .setParameter(1, document.toString())
                .getResultList();
        return rows.isEmpty() ? "" : (String) rows.get(0);
    }

    /** @return the text of a page of a document, "" when there is none */
    @Requires(Operation.DOSSIER_READ)
    public String page(UUID id, int page) {
        var document = em.find(Document.class, id);
        if (document == null || document.isDeleted()) {
            throw BusinessException.notFound("document.unknown");
        }
        dossiers.dossier(document.dossierId(), Operation.DOSSIER_READ);
        quarantine.requireOpen(document.objectKey());
        List<?> text = statement(
                        "select content from document_page where document_id = cast(?1 as uuid) and page = ?2", id)
                .setParameter(2, page)
                .getResultList();
        return text.isEmpty() ? "" : (String) text.get(0);
    }

    /** @return whether the pictures of a document still wait to be read */
    @Requires(Operation.BACKGROUND)
    boolean waits(UUID id) {
        return recognition(id) == Recognition.WAITING;
    }

    /**
     * Has the pictures of a document read once more, for somebody who was asked for more than this.
     *
     * @return whether there is anything to try again
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    boolean again(Document document) {
        if (!recognition(document.id()).canBeTriedAgain()) {
            return false;
        }
        become(document.id(), Recognition.WAITING);
        events.fire(DossierEvent.scanTriedAgain(document));
        return true;
    }

    private Recognition recognition(UUID id) {
        List<?> rows = statement("select recognition from document_reading where document_id = cast(?1 as uuid)", id)
                .getResultList();
        return rows.isEmpty() ? Recognition.NONE : Recognition.valueOf((String) rows.get(0));
    }

    private void become(UUID id, Recognition recognition) {
        statement("update document_reading set recognition = ?2 where document_id = cast(?1 as uuid)", id)
                .setParameter(2, recognition.name())
                .executeUpdate();
    }

    private void write(UUID id, int page, String content, boolean recognised) {
        statement(PAGE, id)
                .setParameter(2, page)
                .setParameter(3, content.replace("\0", ""))
                .setParameter(4, recognised)
                .executeUpdate();
    }

    private void keep(UUID id, About about, Recognition recognition) {
        var written = about.written();
        statement(READING, id)
                .setParameter(2, recognition.name())
                .setParameter(3, about.language())
                .setParameter(4, about.title().replace("\0", ""))
                .setParameter(5, about.author().replace("\0", ""))
                .setParameter(6, written == null ? null : written.toString())
                .executeUpdate();
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    /** Only what is read already waits for its pictures: reading them must not let out what is kept from everybody. */
    private static boolean isRead(Document document) {
        return document.state() == DocumentState.EXTRACTED || document.state() == DocumentState.INDEXED;
    }

    /** @return the document, unless it is gone or other bytes came into it meanwhile */
    private Optional<Document> locked(Document read) {
        return Optional.ofNullable(em.find(Document.class, read.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.objectKey().equals(read.objectKey()));
    }
}
