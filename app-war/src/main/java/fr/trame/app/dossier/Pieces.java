package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.Text;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What kind of piece a document is, until when it is valid, its tags; and the pieces a dossier must hold. */
@Boundary
public class Pieces {

    /** Where people are when they ask what has expired today. */
    private static final ZoneId HERE = ZoneId.of("Europe/Paris");

    private static final int TAGS = 20;
    private static final int TAG = 50;
    private static final String REQUIRED =
            """
            select p.kind, cast(c.id as text), c.name, c.valid_until from dossier_piece p
            join document_kind k on k.code = p.kind
            left join lateral (select id, name, valid_until from document d
                where d.tenant_id = p.tenant_id and d.dossier_id = p.dossier_id and d.kind = p.kind
                    and d.deleted_at is null and d.state not in ('SCANNING', 'QUARANTINED')
                order by d.valid_until desc nulls first, d.uploaded_at desc limit 1) c on true
            where p.dossier_id = cast(?1 as uuid) order by k.position
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Event<DomainEvent> events;

    /** @return every kind of piece, in order */
    @Requires(Operation.DOSSIER_READ)
    public List<DocumentKind> kinds() {
        List<?> rows = em.createNativeQuery(
                        "select code, label_fr, label_en, validity_months from document_kind order by position")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new DocumentKind(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        row[3] == null ? null : ((Number) row[3]).intValue()))
                .toList();
    }

    /** @return the pieces a dossier must hold, each present, missing or expired */
    @Requires(Operation.DOSSIER_READ)
    public List<Piece> required(UUID dossierId) {
        dossiers.dossier(dossierId, Operation.DOSSIER_READ);
        var kinds = kinds().stream().collect(Collectors.toMap(DocumentKind::code, Function.identity()));
        List<?> rows = statement(REQUIRED, dossierId).getResultList();
        return rows.stream().map(row -> piece((Object[]) row, kinds)).toList();
    }

    /** Says which pieces a dossier must hold. */
    @Requires(Operation.DOSSIER_CREATE)
    public void require(UUID dossierId, Collection<String> kinds) {
        dossiers.dossier(dossierId, Operation.DOSSIER_CREATE);
        kinds.forEach(this::check);
        statement("delete from dossier_piece where dossier_id = cast(?1 as uuid)", dossierId)
                .executeUpdate();
        for (var kind : Set.copyOf(kinds)) {
            statement("insert into dossier_piece (dossier_id, kind) values (cast(?1 as uuid), ?2)", dossierId)
                    .setParameter(2, kind)
                    .executeUpdate();
        }
        events.fire(DossierEvent.piecesRequired(dossierId));
    }

    /** @return the tags of a document, in order */
    @Requires(Operation.DOSSIER_READ)
    public List<String> tags(UUID document) {
        documents.document(document, Operation.DOSSIER_READ);
        List<?> tags = statement(
                        "select tag from document_tag where document_id = cast(?1 as uuid) order by tag", document)
                .getResultList();
        return tags.stream().map(String.class::cast).toList();
    }

    /**
     * Says what a document is.
     *
     * @param kind a code, null for none
     * @param tags at most 20 of at most 50 characters
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void classify(UUID id, @Nullable String kind, @Nullable LocalDate validUntil, Collection<String> tags) {
        var document = documents.document(id, Operation.DOCUMENT_UPLOAD);
        if (kind != null) {
            check(kind);
        }
        var distinct = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
        if (distinct.size() > TAGS) {
            throw BusinessException.invalid("tags", "document.tags.many", TAGS);
        }
        distinct.forEach(tag -> Text.check("tags", tag, 1, TAG));
        document.classify(kind, validUntil);
        statement("delete from document_tag where document_id = cast(?1 as uuid)", id)
                .executeUpdate();
        for (var tag : distinct) {
            statement("insert into document_tag (document_id, tag) values (cast(?1 as uuid), ?2)", id)
                    .setParameter(2, tag)
                    .executeUpdate();
        }
        em.flush();
        events.fire(DossierEvent.classified(document));
    }

    private void check(String kind) {
        if (kinds().stream().noneMatch(each -> each.code().equals(kind))) {
            throw BusinessException.invalid("kind", "document.kind.unknown");
        }
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    private static Piece piece(Object[] row, Map<String, DocumentKind> kinds) {
        var until = row[3] == null ? null : ((java.sql.Date) row[3]).toLocalDate();
        var state = row[1] == null
                ? Piece.State.MISSING
                : until != null && until.isBefore(LocalDate.now(HERE)) ? Piece.State.EXPIRED : Piece.State.PRESENT;
        return new Piece(
                Objects.requireNonNull(kinds.get((String) row[0])),
                state,
                row[1] == null ? null : UUID.fromString((String) row[1]),
                (String) row[2],
                until);
    }
}
