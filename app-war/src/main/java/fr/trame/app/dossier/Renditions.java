package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Rendition.Outcome;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.storage.StoredObjects;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What was made of documents so that they can be seen. It belongs to the bytes it was made of, is kept from people as
 * these are, and goes with them.
 */
@Boundary
public class Renditions {

    private static final String MADE =
            """
            insert into document_rendition (source_key, kind, outcome, object_key, size, sha256)
            select o.object_key, ?2, 'DONE', ?3, ?4, ?5 from stored_object o
            where o.object_key = ?1 and o.linked and o.verdict in ('CLEAN', 'ACCEPTED')
            for no key update of o on conflict do nothing
            """;
    private static final String NOT_MADE =
            """
            insert into document_rendition (source_key, kind, outcome, reason)
            select o.object_key, ?2, ?3, ?4 from stored_object o where o.object_key = ?1 and o.linked
            on conflict do nothing
            """;
    private static final String MISSING =
            """
            select cast(d.id as text) from document d
            where d.deleted_at is null and d.state in ('EXTRACTED', 'INDEXED') and %s
                and not exists (select from document_rendition r where r.tenant_id = d.tenant_id
                    and r.source_key = d.object_key and (r.kind = 'THUMBNAIL' or r.outcome = 'OFF'))
                and not exists (select from outbox x where x.tenant_id = d.tenant_id and x.aggregate_id = d.id
                    and x.type = 'PREVIEW')
            order by d.id desc
            """;
    private static final String SEEN = "(d.media_type = 'application/pdf' or d.media_type like 'image/%'"
            + " or d.media_type like '%officedocument.%' or d.media_type like '%opendocument.%')";

    @PersistenceContext
    EntityManager em;

    @Inject
    Documents documents;

    @Inject
    Quarantine quarantine;

    @Inject
    StoredObjects objects;

    @Inject
    @ConfigProperty(name = "trame.painter.url")
    Optional<String> painter;

    /** @return what became of the PDF by which a document is shown; NONE for one that is shown as it is */
    @Requires(Operation.DOSSIER_READ)
    public Outcome pdf(UUID id) {
        var document = documents.document(id, Operation.DOSSIER_READ);
        boolean never = document.state().isHeld() || document.state() == DocumentState.FAILED;
        if (never || !Rendition.isConverted(document.mediaType())) {
            return Outcome.NONE;
        }
        if (painter.isEmpty()) {
            return Outcome.OFF;
        }
        return outcome(document.objectKey(), Rendition.PDF).orElse(Outcome.WAITING);
    }

    /**
     * @return what was made of a document, to be handed out
     * @throws BusinessException NOT_FOUND when this person may not read it or nothing was made, CONFLICT when its bytes are
     *     kept away
     */
    @Requires(Operation.DOSSIER_READ)
    public ReceivedFile toShow(UUID id, Rendition kind) {
        var document = documents.toDownload(id);
        quarantine.requireOpen(document.objectKey());
        if (document.state().isHeld()) {
            throw BusinessException.conflict("document.held");
        }
        return made(document.objectKey(), kind)
                .map(file -> file.named(document.name() + (kind == Rendition.PDF ? ".pdf" : ".jpeg")))
                .orElseThrow(() -> BusinessException.notFound("document.unknown"));
    }

    /** @return what was made of these bytes, empty before */
    @Requires(Operation.BACKGROUND)
    Optional<ReceivedFile> find(String source, Rendition kind) {
        return made(source, kind);
    }

    /** @return whether it is known what became of it */
    @Requires(Operation.BACKGROUND)
    boolean isSettled(String source, Rendition kind) {
        return outcome(source, kind).isPresent();
    }

    /** Keeps what was made, unless the bytes it was made of went or are kept away meanwhile: then it is swept. */
    @Requires(Operation.BACKGROUND)
    void made(String source, Rendition kind, ReceivedFile file) {
        int kept = statement(MADE, source, kind)
                .setParameter(3, file.objectKey())
                .setParameter(4, file.size())
                .setParameter(5, file.sha256())
                .executeUpdate();
        if (kept == 1) {
            objects.link(file.objectKey());
        } else {
            objects.giveUp(file.objectKey());
        }
    }

    /** Nothing was made, and why. */
    @Requires(Operation.BACKGROUND)
    void notMade(String source, Rendition kind, Outcome outcome, String reason) {
        statement(NOT_MADE, source, kind)
                .setParameter(3, outcome.name())
                .setParameter(4, reason)
                .executeUpdate();
    }

    /** Nothing that is made of these bytes may be seen any more: it is forgotten, and swept. */
    @Requires(Operation.BACKGROUND)
    void drop(String source) {
        List<?> keys = em.createNativeQuery("delete from document_rendition where source_key = ?1 returning object_key")
                .setParameter(1, source)
                .getResultList();
        keys.stream().filter(key -> key != null).forEach(key -> objects.release((String) key));
    }

    /** What was made is not in the store any more: all that was made of the same bytes is forgotten. */
    @Requires(Operation.BACKGROUND)
    public void lost(String key) {
        List<?> sources = em.createNativeQuery("select source_key from document_rendition where object_key = ?1")
                .setParameter(1, key)
                .getResultList();
        sources.forEach(source -> drop((String) source));
    }

    /**
     * Looks for documents of which nothing was made yet, those of the time before there was a painter among them.
     *
     * @param office whether office files are opened now: those that were not are tried again
     * @return at most so many
     */
    @Requires(Operation.BACKGROUND)
    List<UUID> missing(boolean office, int atMost) {
        if (office) {
            em.createNativeQuery("delete from document_rendition where outcome = 'OFF'")
                    .executeUpdate();
        }
        List<?> ids = em.createNativeQuery(MISSING.formatted(SEEN))
                .setMaxResults(atMost)
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private Optional<Outcome> outcome(String source, Rendition kind) {
        List<?> rows = statement(
                        "select outcome from document_rendition where source_key = ?1 and kind = ?2", source, kind)
                .getResultList();
        return rows.stream().findFirst().map(each -> Outcome.valueOf((String) each));
    }

    private Optional<ReceivedFile> made(String source, Rendition kind) {
        List<?> rows = statement(
                        "select object_key, size, sha256 from document_rendition"
                                + " where source_key = ?1 and kind = ?2 and outcome = 'DONE'",
                        source,
                        kind)
                .getResultList();
        return rows.stream().findFirst().map(each -> file((Object[]) each, kind));
    }

    private Query statement(String sql, String source, Rendition kind) {
        return em.createNativeQuery(sql).setParameter(1, source).setParameter(2, kind.name());
    }

    private static ReceivedFile file(Object[] row, Rendition kind) {
        return new ReceivedFile("", kind.mediaType(), ((Number) row[1]).longValue(), (String) row[2], (String) row[0]);
    }
}
