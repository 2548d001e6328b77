package fr.trame.app.retention;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.dossier.Erasures;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of a list that is carried out: how far it is stands in them, so that it goes on after a crash. */
@Boundary
public class EliminationWork {

    private static final String LEFT =
            """
            select cast(l.document_id as text), l.decision, l.sha256, l.agreed_by
            from elimination_line l join elimination e on e.tenant_id = l.tenant_id and e.id = l.elimination_id
            where l.elimination_id = cast(?1 as uuid) and e.state = 'RUNNING' and l.agreed_by is not null
                and l.outcome is null order by l.document_id
            """;
    /** And still of the kind that was agreed to. */
    private static final String STILL_OVER = "select 1 " + Rules.STARTS + " where d.id = cast(?2 as uuid) and "
            + Rules.ENDS
            + " < cast(now() at time zone 'Europe/Paris' as date) and exists (select from elimination_line l"
            + " where l.tenant_id = d.tenant_id and l.document_id = d.id and l.elimination_id = cast(?3 as uuid)"
            + " and l.kind = coalesce(d.kind, ''))";

    private static final String BURY =
            """
            insert into tombstone (document_id, number, elimination_id, name, kind, media_type, size, sha256, received_at,
                months, start_event, agreed_by)
            select v.document_id, v.number, l.elimination_id, l.name, l.kind, v.media_type, v.size, v.sha256, v.created_at,
                l.months, l.start_event, l.agreed_by
            from document_version v join elimination_line l on l.tenant_id = v.tenant_id and l.document_id = v.document_id
            where v.document_id = cast(?1 as uuid) and l.elimination_id = cast(?2 as uuid)
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    Erasures erasures;

    @Inject
    Rules rules;

    @Inject
    Event<DomainEvent> events;

    /** @return the next line to deal with, empty when the list is done */
    @Requires(Operation.BACKGROUND)
    Optional<Left> next(UUID list) {
        List<?> rows = statement(LEFT, list).setMaxResults(1).getResultList();
        return rows.stream().map(row -> (Object[]) row).map(Left::of).findFirst();
    }

    /**
     * Decides, under the lock of the document's row, whether it goes: not when it is held by now, got other bytes, or its
     * period is not over after all.
     *
     * @return whether its bytes are to be removed; otherwise the line says why not
     */
    @Requires(Operation.BACKGROUND)
    boolean condemn(UUID list, Left line) {
        if (line.decision().equals("KEEP")) {
            settle(list, line.document(), "KEPT");
            return false;
        }
        if (!isOver(list, line.document())) {
            settle(list, line.document(), exists(line.document()) ? "CHANGED" : "GONE");
            return false;
        }
        var fate = erasures.condemn(line.document(), line.sha256(), line.agreedBy());
        if (fate != Erasures.Fate.CONDEMNED) {
            settle(list, line.document(), fate.name());
            return false;
        }
        return true;
    }

    /** Writes what is left of a document, and removes its rows, whose bytes are gone. */
    @Requires(Operation.BACKGROUND)
    void bury(UUID list, UUID document, List<String> keys) {
        statement(BURY, document).setParameter(2, list.toString()).executeUpdate();
        erasures.remove(document, keys);
        settle(list, document, "DESTROYED");
    }

    /** The list is done. */
    @Requires(Operation.BACKGROUND)
    void end(UUID list) {
        var ended = statement(
                        "update elimination set state = 'DONE', ended_at = now()"
                                + " where id = cast(?1 as uuid) and state = 'RUNNING'",
                        list)
                .executeUpdate();
        if (ended == 1) {
            events.fire(RetentionEvent.ended(list));
        }
    }

    /** What was condemned stays so, whatever became of its dossier. */
    private boolean isOver(UUID list, UUID document) {
        var condemned = "select 1 from document where id = cast(?1 as uuid) and purged_at is not null";
        return !statement(condemned, document).getResultList().isEmpty()
                || !em.createNativeQuery(STILL_OVER)
                        .setParameter(1, Rules.json(rules.list()))
                        .setParameter(2, document.toString())
                        .setParameter(3, list.toString())
                        .getResultList()
                        .isEmpty();
    }

    private boolean exists(UUID document) {
        return !statement("select 1 from document where id = cast(?1 as uuid)", document)
                .getResultList()
                .isEmpty();
    }

    private void settle(UUID list, UUID document, String outcome) {
        statement(
                        "update elimination_line set outcome = ?3, done_at = now()"
                                + " where elimination_id = cast(?1 as uuid) and document_id = cast(?2 as uuid)",
                        list)
                .setParameter(2, document.toString())
                .setParameter(3, outcome)
                .executeUpdate();
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    /** A line that somebody agreed to and nobody dealt with. */
    record Left(UUID document, String decision, String sha256, String agreedBy) {

        private static Left of(Object[] row) {
            return new Left(UUID.fromString((String) row[0]), (String) row[1], (String) row[2], (String) row[3]);
        }
    }
}
