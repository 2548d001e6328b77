package fr.trame.app.retention;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.dossier.Holds;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists of what need not be kept any longer. One is at work at a time; who decided on a line, be it by setting its rule, is
 * not who agrees to it, where the tenant has two administrators.
 */
@Boundary
public class Eliminations {

    private static final int AT_MOST = 10_000;
    private static final String OVER = Rules.STARTS + " where d.deleted_at is null and " + Rules.ENDS
            + " < cast(now() at time zone 'Europe/Paris' as date) and not " + Holds.HELD
            + " and not exists (select from elimination_line k where k.tenant_id = d.tenant_id"
            + " and k.document_id = d.id and k.outcome = 'KEPT')";
    private static final String PROPOSE =
            """
            insert into elimination_line (elimination_id, document_id, name, dossier, kind, sha256, size, months,
                start_event, started_on, ended_on, final_sort, decision, decided_by)
            select cast(?2 as uuid), d.id, d.name, f.name, coalesce(d.kind, ''), d.sha256, d.size, r.months,
                r.start_event, s.day, %s, r.final_sort, nullif(r.final_sort, 'SORT'),
                coalesce((select o.changed_by from retention_rule o where o.tenant_id = d.tenant_id
                    and o.kind = r.kind), ?3)
            %s order by 11, d.id limit %d
            """
                    .formatted(Rules.ENDS, OVER, AT_MOST);

    private static final String ONES = " where elimination_id = cast(?1 as uuid)"
            + " and (?2 = '' or document_id = any (cast(nullif(?2, '') as uuid[])))";
    private static final String CHOSEN = ONES + " and agreed_by is null";
    private static final String AGREED = ONES + " and agreed_by is not null";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Rules rules;

    @Inject
    Event<DomainEvent> events;

    /**
     * Writes a list of what is over today, without what is held.
     *
     * @throws BusinessException CONFLICT while another list is at work, or when nothing is over
     */
    @Requires(Operation.RETENTION_MANAGE)
    public UUID propose() {
        return begin().orElseThrow(() -> BusinessException.conflict("elimination.nothing"));
    }

    /** Writes the list of the year, where there is none yet and something is over. */
    @Requires(Operation.BACKGROUND)
    void proposeYearly() {
        var query = em.createNativeQuery("select 1 from elimination where state in ('PROPOSED', 'RUNNING')"
                + " or (year = extract(year from now()) and proposed_by = 'system') limit 1");
        if (query.getResultList().isEmpty()) {
            begin();
        }
    }

    private Optional<UUID> begin() {
        var json = Rules.json(rules.list());
        if (em.createNativeQuery("select 1 " + OVER + " limit 1")
                .setParameter(1, json)
                .getResultList()
                .isEmpty()) {
            return Optional.empty();
        }
        var id = UuidCreator.getTimeOrderedEpoch();
        var begun = statement(
                        "insert into elimination (id, year, proposed_by) values (cast(?1 as uuid),"
                                + " extract(year from now()), ?2) on conflict do nothing",
                        id)
                .setParameter(2, user.getSubject())
                .executeUpdate();
        if (begun == 0) {
            throw BusinessException.conflict("elimination.open");
        }
        em.createNativeQuery(PROPOSE)
                .setParameter(1, json)
                .setParameter(2, id.toString())
                .setParameter(3, user.getSubject())
                .executeUpdate();
        events.fire(RetentionEvent.proposed(id));
        return Optional.of(id);
    }

    /**
     * Says what becomes of documents; what was agreed to before has to be agreed to again.
     *
     * @param decision {@code KEEP} or {@code DESTROY}
     */
    @Requires(Operation.RETENTION_MANAGE)
    public void decide(UUID id, Collection<UUID> documents, FinalSort decision) {
        if (decision == FinalSort.SORT) {
            throw BusinessException.invalid("decision", "retention.choice.none");
        }
        open(id);
        statement(
                        "update elimination_line set decision = ?2, decided_by = ?3, agreed_by = null, agreed_at = null"
                                + " where elimination_id = cast(?1 as uuid) and document_id = any (cast(?4 as uuid[]))"
                                + " and decision is distinct from ?2",
                        id)
                .setParameter(2, decision.name())
                .setParameter(3, user.getSubject())
                .setParameter(4, array(documents))
                .executeUpdate();
        events.fire(RetentionEvent.decided(id));
    }

    /**
     * Agrees to lines of a list.
     *
     * @param documents null for all that say what becomes of them
     * @throws BusinessException REFUSED when this person decided on one of them and the tenant has another administrator,
     *     CONFLICT when one of them still waits for a decision
     */
    @Requires(Operation.RETENTION_MANAGE)
    public void agree(UUID id, @Nullable Collection<UUID> documents) {
        open(id);
        if (count(CHOSEN + " and decision is null", id, documents) > 0) {
            throw BusinessException.conflict("elimination.unsorted");
        }
        if (administrators() > 1 && decidedOnes(id, documents) > 0) {
            throw BusinessException.refused("elimination.second.person");
        }
        chosen("update elimination_line set agreed_by = ?3, agreed_at = now()" + CHOSEN, id, documents)
                .setParameter(3, user.getSubject())
                .executeUpdate();
        events.fire(RetentionEvent.agreed(id));
    }

    private long decidedOnes(UUID id, @Nullable Collection<UUID> documents) {
        var own = chosen("select count(*) from elimination_line" + CHOSEN + " and decided_by = ?3", id, documents)
                .setParameter(3, user.getSubject());
        return ((Number) own.getSingleResult()).longValue();
    }

    /**
     * Has what was agreed to carried out, in the background. It cannot be undone, so it is said how many documents go.
     *
     * @throws BusinessException CONFLICT when nothing was agreed to, or another number would go
     */
    @Requires(Operation.RETENTION_MANAGE)
    public void execute(UUID id, long destroys) {
        open(id);
        if (count(AGREED, id, null) == 0) {
            throw BusinessException.conflict("elimination.not.agreed");
        }
        var real = count(AGREED + " and decision = 'DESTROY'", id, null);
        if (real != destroys) {
            throw BusinessException.invalid("destroys", "elimination.number", real);
        }
        statement(
                        "update elimination set state = 'RUNNING', executed_by = ?2, executed_at = now()"
                                + " where id = cast(?1 as uuid)",
                        id)
                .setParameter(2, user.getSubject())
                .executeUpdate();
        events.fire(RetentionEvent.executed(id));
    }

    /** Drops a list that is not carried out yet. */
    @Requires(Operation.RETENTION_MANAGE)
    public void drop(UUID id) {
        open(id);
        statement("update elimination set state = 'DROPPED', ended_at = now() where id = cast(?1 as uuid)", id)
                .executeUpdate();
        events.fire(RetentionEvent.dropped(id));
    }

    /** Locks the list, so that nobody carries it out while somebody decides. */
    private void open(UUID id) {
        List<?> states = statement("select state from elimination where id = cast(?1 as uuid) for update", id)
                .getResultList();
        if (states.isEmpty()) {
            throw BusinessException.notFound("elimination.unknown");
        }
        if (!states.get(0).equals(Elimination.State.PROPOSED.name())) {
            throw BusinessException.conflict("elimination.over");
        }
    }

    private long administrators() {
        return ((Number) em.createNativeQuery("select count(*) from member where role = 'ADMIN'")
                        .getSingleResult())
                .longValue();
    }

    private long count(String condition, UUID id, @Nullable Collection<UUID> documents) {
        var query = chosen("select count(*) from elimination_line" + condition, id, documents);
        return ((Number) query.getSingleResult()).longValue();
    }

    /** @param documents null for all of the list */
    private Query chosen(String sql, UUID id, @Nullable Collection<UUID> documents) {
        return statement(sql, id).setParameter(2, documents == null ? "" : array(documents));
    }

    private Query statement(String sql, UUID id) {
        return em.createNativeQuery(sql).setParameter(1, id.toString());
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
