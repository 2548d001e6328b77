package fr.trame.app.retention;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.dossier.DocumentKind;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Pieces;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long each kind of piece is kept in this tenant, and what that means for one document. */
@Boundary
public class Rules {

    private static final int LONGEST = 1200;

    /** Needs the rules as ?1, names {@code d} document, {@code f} dossier and {@code r} rule, and the day of the start. */
    static final String STARTS =
            """
            from document d join dossier f on f.tenant_id = d.tenant_id and f.id = d.dossier_id
            join jsonb_to_recordset(cast(?1 as jsonb)) as r (kind text, months int, start_event text, final_sort text)
                on r.kind = coalesce(d.kind, '')
            cross join lateral (select case r.start_event
                when 'DOSSIER_CLOSED' then cast(f.closed_at at time zone 'Europe/Paris' as date)
                when 'DOCUMENT_RECEIVED' then cast(d.uploaded_at at time zone 'Europe/Paris' as date)
                else d.valid_until end as day) s
            """;

    /** The last day a document is kept, for {@link #STARTS}. */
    static final String ENDS = "cast(s.day + make_interval(months => r.months) as date)";

    @PersistenceContext
    EntityManager em;

    @Inject
    TenantContext tenancy;

    @Inject
    CurrentUser user;

    @Inject
    Pieces pieces;

    @Inject
    Documents documents;

    @Inject
    Event<DomainEvent> events;

    /** @return the rule of each kind of piece, in the order of the kinds, that of what has none last */
    @Requires(Operation.DOSSIER_READ)
    public List<RetentionRule> list() {
        var defaults = Defaults.of(tenancy.tenant().programme());
        var rest = Objects.requireNonNull(defaults.get(""));
        own().forEach(rule -> defaults.put(rule.kind(), rule));
        return Stream.concat(pieces.kinds().stream().map(DocumentKind::code), Stream.of(""))
                .map(kind -> defaults.getOrDefault(
                        kind, new RetentionRule(kind, rest.months(), rest.start(), rest.sort(), false, "")))
                .toList();
    }

    /**
     * Says how long a kind is kept here.
     *
     * @param months 1 to 1,200
     * @param start null for what is none
     * @param sort null for what is none
     */
    @Requires(Operation.RETENTION_MANAGE)
    public void set(String kind, int months, @Nullable StartEvent start, @Nullable FinalSort sort) {
        check(kind);
        if (start == null || sort == null) {
            throw BusinessException.invalid(start == null ? "start" : "sort", "retention.choice.none");
        }
        if (months < 1 || months > LONGEST) {
            throw BusinessException.invalid("months", "retention.months.invalid", LONGEST);
        }
        em.createNativeQuery("insert into retention_rule (kind, months, start_event, final_sort, changed_by)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict (tenant_id, kind) do update set months = ?2,"
                        + " start_event = ?3, final_sort = ?4, changed_by = ?5, changed_at = now()")
                .setParameter(1, kind)
                .setParameter(2, months)
                .setParameter(3, start.name())
                .setParameter(4, sort.name())
                .setParameter(5, user.getSubject())
                .executeUpdate();
        events.fire(RetentionEvent.ruleSet());
    }

    /** Takes the rule the product suggests again. */
    @Requires(Operation.RETENTION_MANAGE)
    public void reset(String kind) {
        check(kind);
        em.createNativeQuery("delete from retention_rule where kind = ?1")
                .setParameter(1, kind)
                .executeUpdate();
        events.fire(RetentionEvent.ruleSet());
    }

    /** @return how long a document is kept, and why */
    @Requires(Operation.DOSSIER_READ)
    public Period of(UUID document) {
        var kind = Objects.requireNonNullElse(documents.get(document).kind(), "");
        var rules = list();
        var rule = rules.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> rules.get(rules.size() - 1));
        var row = (Object[])
                em.createNativeQuery("select s.day, " + ENDS + " " + STARTS + " where d.id = cast(?2 as uuid)")
                        .setParameter(1, json(rules))
                        .setParameter(2, document.toString())
                        .getSingleResult();
        return new Period(rule, date(row[0]), date(row[1]));
    }

    /** @return the rules as {@link #STARTS} needs them */
    static String json(List<RetentionRule> rules) {
        var array = Json.createArrayBuilder();
        rules.forEach(rule -> array.add(Json.createObjectBuilder(Map.of(
                "kind", rule.kind(),
                "months", rule.months(),
                "start_event", rule.start().name(),
                "final_sort", rule.sort().name()))));
        return array.build().toString();
    }

    static @Nullable LocalDate date(@Nullable Object column) {
        return column == null ? null : ((Date) column).toLocalDate();
    }

    private void check(String kind) {
        if (!kind.isEmpty()
                && pieces.kinds().stream().noneMatch(each -> each.code().equals(kind))) {
            throw BusinessException.invalid("kind", "document.kind.unknown");
        }
    }

    private List<RetentionRule> own() {
        List<?> rows = em.createNativeQuery("select kind, months, start_event, final_sort from retention_rule")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new RetentionRule(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        StartEvent.valueOf((String) row[2]),
                        FinalSort.valueOf((String) row[3]),
                        true,
                        ""))
                .toList();
    }
}
