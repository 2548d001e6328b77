package fr.trame.app.integrity;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the database says there should be: objects, their digests, entries of the index. Read in the order of their keys,
 * a bounded number at a time.
 */
@Boundary
public class Inventory {

    /** What the product calls blank: a page of nothing else has no entry. */
    private static final String BLANKS = IntStream.rangeClosed(0, Character.MAX_VALUE)
            .filter(Character::isWhitespace)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    /**
     * A document's row moves on without its entries, to "indexed" once it was written there; one that failed does so each
     * time it is tried again.
     */
    private static final int MOVES_AFTER = 2;

    private static final String IN_THE_INDEX =
            " and e.deleted_at is null and e.state not in ('SCANNING', 'QUARANTINED')";

    /** A comment moves with its document, so both count for how new it is. */
    private static final String COMMENTS =
            "(select k.tenant_id, k.id, c.name, k.version + c.version as version, c.state, c.deleted_at"
                    + " from document_comment k join document c on c.tenant_id = k.tenant_id and c.id = k.document_id"
                    + " where k.deleted_at is null)";

    /** Something is under way for it: to look again next time is enough. */
    private static final String WAITING = "exists (select from outbox x where x.tenant_id = %1$s.tenant_id"
            + " and x.aggregate_id = %1$s.id and x.type = %2$s and x.available_at < 'infinity')";

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<DomainEvent> events;

    /** @return what the rows promise behind that key, in the order the store lists keys */
    @Requires(Operation.BACKGROUND)
    List<Promise> promises(String after, int atMost) {
        return rows(
                """
                select s.object_key, s.linked and d.purged_at is null, cast(d.id as text), coalesce(d.name, ''),
                    coalesce(r.size, v.size, -1), r.object_key is not null
                from stored_object s
                left join document_rendition r on r.tenant_id = s.tenant_id and r.object_key = s.object_key
                left join lateral (select * from document_version x where x.tenant_id = s.tenant_id
                    and x.object_key = coalesce(r.source_key, s.object_key) limit 1) v on true
                left join document d on d.tenant_id = v.tenant_id and d.id = v.document_id
                where s.object_key collate "C" > ?1 order by s.object_key collate "C"
                """,
                atMost,
                row -> new Promise(
                        (String) row[0],
                        (Boolean) row[1],
                        id(row[2]),
                        (String) row[3],
                        ((Number) row[4]).longValue(),
                        (Boolean) row[5]),
                after);
    }

    /** @return whether a row knows the key now */
    @Requires(Operation.BACKGROUND)
    boolean isKnown(String key) {
        return !rows("select 1, object_key from stored_object where object_key = ?1", 1, row -> true, key)
                .isEmpty();
    }

    /**
     * @param after the key to begin behind, empty for the first
     * @param share one object in so many
     * @param turn which of them, 0 to {@code share - 1}
     * @return digests as they were when the bytes came, of every version of every document
     */
    @Requires(Operation.BACKGROUND)
    List<Digest> digests(String after, int share, int turn, int atMost) {
        return rows(
                """
                select cast(d.id as text), d.name, v.object_key, v.sha256 from (
                    select distinct on (object_key collate "C") * from document_version
                    where object_key collate "C" > ?1 and abs(mod(hashtext(object_key), ?2)) = ?3
                    order by object_key collate "C") v
                join document d on d.tenant_id = v.tenant_id and d.id = v.document_id
                where d.purged_at is null order by v.object_key collate "C"
                """,
                atMost,
                row -> new Digest(UUID.fromString((String) row[0]), (String) row[1], (String) row[2], (String) row[3]),
                after,
                share,
                turn);
    }

    /** @return documents that wait for work that nobody will do */
    @Requires(Operation.BACKGROUND)
    List<Stuck> stuck(int atMost) {
        return rows(
                """
                select cast(d.id as text), d.name, d.version, w.work from document d
                left join document_reading r on r.tenant_id = d.tenant_id and r.document_id = d.id
                join (values ('SCANNING', 'SCAN'), ('RECEIVED', 'EXTRACT'), ('EXTRACTED', 'INDEX'), ('WAITING', 'OCR'))
                    as w (state, work)
                    on w.state = d.state or w.state = r.recognition and d.state in ('EXTRACTED', 'INDEXED')
                where d.deleted_at is null and d.uploaded_at < now() - interval '10 minutes' and not %s order by d.id
                """
                        .formatted(WAITING.formatted("d", "w.work")),
                atMost,
                row -> new Stuck(
                        UUID.fromString((String) row[0]), (String) row[1], ((Number) row[2]).longValue(), (String)
                                row[3]));
    }

    /** @return the entries the index should hold for what lies behind that identifier, in its order */
    @Requires(Operation.BACKGROUND)
    List<Indexed> indexed(CheckStep step, String after, int atMost) {
        return indexed(step, "?1 = '' or e.id > cast(nullif(?1, '') as uuid)", after, atMost);
    }

    /** @return the entries the index should hold for one entity, empty when it is gone */
    @Requires(Operation.BACKGROUND)
    Optional<Indexed> indexed(CheckStep step, UUID id) {
        return indexed(step, "e.id = cast(?1 as uuid)", id.toString(), 1).stream()
                .findFirst();
    }

    private List<Indexed> indexed(CheckStep step, String condition, String id, int atMost) {
        var isDocument = step == CheckStep.DOCUMENTS;
        var entries = isDocument
                ? "1 + (select count(*) from document_page p where p.tenant_id = e.tenant_id and p.document_id = e.id"
                        + " and btrim(p.content, ?2) <> '')"
                : "1";
        var follows = isDocument || step == CheckStep.COMMENTS;
        var oldest =
                follows ? "case when e.state = 'FAILED' then 0 else e.version - " + MOVES_AFTER + " end" : "e.version";
        return rows(
                "select cast(e.id as text), " + (step == CheckStep.FICHES ? "e.title" : "e.name") + ", " + oldest
                        + ", e.version, " + entries + ", " + WAITING.formatted("e", "'INDEX'") + " from " + source(step)
                        + " e where (" + condition + ")" + (follows ? IN_THE_INDEX : "") + " order by e.id",
                atMost,
                row -> new Indexed(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue(),
                        (Boolean) row[5]),
                isDocument ? new Object[] {id, BLANKS} : new Object[] {id});
    }

    /** @return whether there is such a fiche, dossier or document now */
    @Requires(Operation.BACKGROUND)
    boolean exists(CheckStep step, UUID id) {
        return !rows(
                        "select 1, e.id from " + source(step) + " e where e.id = cast(?1 as uuid)"
                                + (step == CheckStep.DOCUMENTS || step == CheckStep.COMMENTS ? IN_THE_INDEX : ""),
                        1,
                        row -> true,
                        id.toString())
                .isEmpty();
    }

    /** Leaves work to be done once more. */
    @Requires(Operation.BACKGROUND)
    void repair(String type, CheckStep step, UUID id, long version) {
        events.fire(IntegrityEvent.repaired(type, table(step), id, version));
    }

    private static String source(CheckStep step) {
        return step == CheckStep.COMMENTS ? COMMENTS : table(step);
    }

    private static String table(CheckStep step) {
        return switch (step) {
            case FICHES -> "fiche";
            case DOSSIERS -> "dossier";
            case DOCUMENTS, PIPELINE -> "document";
            case COMMENTS -> "comment";
            case OBJECTS, DIGESTS, END -> throw new IllegalArgumentException(step + " is not about entries");
        };
    }

    private static @Nullable UUID id(@Nullable Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }

    private <T> List<T> rows(String sql, int atMost, Function<Object[], T> toRecord, Object... arguments) {
        var query = em.createNativeQuery(sql).setMaxResults(atMost);
        for (var place = 0; place < arguments.length; place++) {
            query.setParameter(place + 1, arguments[place]);
        }
        List<?> found = query.getResultList();
        return found.stream().map(row -> toRecord.apply((Object[]) row)).toList();
    }

    /**
     * A row that says the store has an object.
     *
     * @param isLinked it belongs to something; else its bytes may still be on their way
     * @param size in bytes, -1 when the row does not say
     * @param isDerived whether it was made of another, and can be made again
     */
    record Promise(String key, boolean isLinked, @Nullable UUID document, String name, long size, boolean isDerived) {}

    /** What the bytes of a document must give. */
    record Digest(UUID document, String name, String key, String sha256) {}

    /**
     * A document that waits in vain.
     *
     * @param work that it waits for
     */
    record Stuck(UUID document, String name, long version, String work) {}

    /**
     * What the index should hold of something.
     *
     * @param oldest version that is still its own
     * @param version of its row
     * @param entries how many
     * @param isWaiting it is about to be indexed
     */
    record Indexed(UUID id, String name, long oldest, long version, long entries, boolean isWaiting) {}
}
