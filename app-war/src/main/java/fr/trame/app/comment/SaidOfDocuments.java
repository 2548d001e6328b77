package fr.trame.app.comment;

import fr.trame.app.Boundary;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Comments as the index wants them. */
@Boundary
public class SaidOfDocuments {

    private static final String ONE =
            """
            select cast(k.id as text), coalesce(k.page, 0), k.version + c.version, cast(d.workspace_id as text),
                cast(d.id as text), k.body, k.author, k.created_at
            from document_comment k
                join document c on c.tenant_id = k.tenant_id and c.id = k.document_id
                join dossier d on d.tenant_id = c.tenant_id and d.id = c.dossier_id
            where k.id = cast(?1 as uuid) and k.deleted_at is null and c.deleted_at is null
                and c.state not in ('SCANNING', 'QUARANTINED')
            """;

    @PersistenceContext
    EntityManager em;

    /**
     * A comment that can be found.
     *
     * @param page of the document, 0 for none
     * @param version grows with each change of the comment and of its document, which it moves with
     * @param author subject
     */
    public record Said(
            UUID id,
            int page,
            long version,
            UUID workspace,
            UUID dossier,
            String text,
            String author,
            OffsetDateTime createdAt) {}

    /** @return a comment, empty when it was taken back or its document cannot be found */
    @Requires(Operation.BACKGROUND)
    public Optional<Said> forIndex(UUID id) {
        List<?> rows = em.createNativeQuery(ONE).setParameter(1, id.toString()).getResultList();
        return rows.stream().map(row -> said((Object[]) row)).findFirst();
    }

    /** @return the identifiers of all that is said of a document */
    @Requires(Operation.BACKGROUND)
    public List<UUID> ofDocument(UUID document) {
        List<?> ids = em.createNativeQuery("select cast(id as text) from document_comment"
                        + " where document_id = cast(?1 as uuid) and deleted_at is null order by created_at, id")
                .setParameter(1, document.toString())
                .getResultList();
        return ids.stream().map(id -> UUID.fromString((String) id)).toList();
    }

    private static Said said(Object[] row) {
        return new Said(
                UUID.fromString((String) row[0]),
                ((Number) row[1]).intValue(),
                ((Number) row[2]).longValue(),
                UUID.fromString((String) row[3]),
                UUID.fromString((String) row[4]),
                (String) row[5],
                (String) row[6],
                ((java.sql.Timestamp) row[7]).toInstant().atOffset(ZoneOffset.UTC));
    }
}
