package fr.trame.app.fiche;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads fiches: one, or a page of them in one query. */
@Boundary
public class FicheQueries {

    private static final int PAGE_LIMIT = 100;
    private static final Map<String, String> SORTS = Map.of(
            "reference", "f.reference",
            "title", "lower(f.title)",
            "workflowState",
                    "array_position(array['DRAFT','IN_CONSULTATION','SUBMITTED','CHANGES_REQUESTED','VALIDATED',"
                            + "'CONTRACTED','CLOSED','ARCHIVED'], f.workflow_state)",
            "end", "f.end_date",
            "budget", "budget",
            "modifiedAt", "f.modified_at");
    private static final String COLUMNS =
            """
            select cast(f.id as text), f.reference, f.title, f.axis, f.workflow_state, f.phase, f.phase_status,
                f.priority, o.name, coalesce(m.budget, 0) as budget, f.end_date, %1$s, f.modified_at,
                cast(f.workspace_id as text)
            from fiche f
                left join organisation o on o.tenant_id = f.tenant_id and o.id = f.lead_organisation_id
                left join lateral (select sum(p.planned) as budget from fiche_funding p
                    where p.tenant_id = f.tenant_id and p.fiche_id = f.id) m on true
            """;
    /** Late is computed, never typed: past its end and still expected to be done. */
    public static final String LATE =
            "(f.end_date is not null and f.end_date < current_date and f.phase_status not in ('COMPLETED', 'ABANDONED')"
                    + " and f.workflow_state not in ('CLOSED', 'ARCHIVED'))";

    private static final String WHERE =
            " where f.workspace_id = cast(?1 as uuid) and (?2 = '' or f.title ilike ?3 or f.reference ilike ?3)"
                    + " and (?4 = '' or f.workflow_state = any (string_to_array(?4, ',')))"
                    + " and (?5 = '' or f.axis = any (string_to_array(?5, ','))) and (not ?6 or %1$s)";

    @PersistenceContext
    EntityManager em;

    @Inject
    Workspaces workspaces;

    /** @return a fiche with all its content */
    @Requires(Operation.FICHE_READ)
    public FicheView get(UUID id) {
        var fiche = em.find(Fiche.class, id);
        if (fiche == null) {
            throw BusinessException.notFound("fiche.unknown");
        }
        var workspace = workspaces.get(fiche.workspaceId(), Operation.FICHE_READ);
        return new FicheView(
                fiche.id(),
                fiche.version(),
                fiche.reference(),
                workspace.id(),
                workspace.name(),
                fiche.workflowState(),
                fiche.content(),
                nameOf(fiche.modifiedBy()),
                fiche.modifiedAt());
    }

    /** @return a fiche for the index, empty when it is gone */
    @Requires(Operation.BACKGROUND)
    public Optional<FicheView> forIndex(UUID id) {
        return em.find(Fiche.class, id) == null ? Optional.empty() : Optional.of(get(id));
    }

    /** @return a page of fiches of a workspace */
    @Requires(Operation.FICHE_READ)
    public List<FicheSummary> list(FicheFilter filter) {
        workspaces.get(filter.workspace(), Operation.FICHE_READ);
        var order = SORTS.getOrDefault(filter.sort() == null ? "reference" : filter.sort(), "f.reference");
        var sql = (COLUMNS + WHERE).formatted(LATE) + " order by " + order + (filter.ascending() ? " asc" : " desc")
                + " nulls last, f.reference";
        List<?> rows = bound(em.createNativeQuery(sql), filter)
                .setFirstResult(filter.first())
                .setMaxResults(Math.min(filter.size(), PAGE_LIMIT))
                .getResultList();
        return rows.stream().map(row -> summary((Object[]) row)).toList();
    }

    /** @return how many fiches the filter finds on all pages */
    @Requires(Operation.FICHE_READ)
    public int count(FicheFilter filter) {
        workspaces.get(filter.workspace(), Operation.FICHE_READ);
        var sql = ("select count(*) from fiche f" + WHERE).formatted(LATE);
        return ((Number) bound(em.createNativeQuery(sql), filter).getSingleResult()).intValue();
    }

    private static Query bound(Query query, FicheFilter filter) {
        var pattern =
                filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return query.setParameter(1, filter.workspace().toString())
                .setParameter(2, pattern)
                .setParameter(3, "%" + pattern + "%")
                .setParameter(
                        4,
                        String.join(
                                ",", filter.states().stream().map(Enum::name).toList()))
                .setParameter(5, String.join(",", filter.axes()))
                .setParameter(6, filter.lateOnly());
    }

    private String nameOf(String subject) {
        List<?> names = em.createNativeQuery("select display_name from member where subject = ?1")
                .setParameter(1, subject)
                .getResultList();
        return names.isEmpty() ? "" : (String) names.get(0);
    }

    private static FicheSummary summary(Object[] row) {
        return new FicheSummary(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                WorkflowState.valueOf((String) row[4]),
                Phase.valueOf((String) row[5]),
                PhaseStatus.valueOf((String) row[6]),
                Priority.valueOf((String) row[7]),
                (String) row[8],
                (BigDecimal) row[9],
                date(row[10]),
                (Boolean) row[11],
                instant(row[12]),
                UUID.fromString((String) row[13]));
    }

    private static @Nullable LocalDate date(@Nullable Object column) {
        return column == null ? null : ((java.sql.Date) column).toLocalDate();
    }

    private static OffsetDateTime instant(Object column) {
        return ((java.sql.Timestamp) column).toInstant().atOffset(ZoneOffset.UTC);
    }
}
