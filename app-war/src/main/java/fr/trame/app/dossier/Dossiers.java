package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The dossiers of a workspace. */
@Boundary
public class Dossiers {

    private static final int AT_MOST = 500;
    private static final String SUMMARIES =
            """
            select cast(d.id as text), cast(d.workspace_id as text), d.name, d.description, count(c.id),
                count(c.id) filter (where c.state = 'FAILED'), coalesce(sum(c.size), 0), d.created_at
            from dossier d left join document c on c.tenant_id = d.tenant_id and c.dossier_id = d.id and c.deleted_at is null
                and (c.state <> 'QUARANTINED' or c.uploaded_by = ?2 or ?3)
            where %s group by d.tenant_id, d.id order by d.name
            """;

    private static final String NAMES =
            """
            select cast(id as text), name from dossier
            where id = any (cast(?1 as uuid[])) and workspace_id = any (cast(?2 as uuid[]))
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    @Inject
    Event<DomainEvent> events;

    /** @return the dossiers of a workspace by name, at most 500 */
    @Requires(Operation.DOSSIER_READ)
    public List<DossierSummary> list(UUID workspaceId) {
        workspaces.get(workspaceId, Operation.DOSSIER_READ);
        return summaries("d.workspace_id = cast(?1 as uuid)", workspaceId);
    }

    /** @return the names of those of the dossiers that this person may read, at most 500 */
    @Requires(Operation.DOSSIER_READ)
    public Map<UUID, String> names(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = em.createNativeQuery(NAMES)
                .setParameter(1, array(ids))
                .setParameter(2, array(workspaces.readable()))
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> UUID.fromString((String) row[0]), row -> (String) row[1]));
    }

    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** @return one dossier */
    @Requires(Operation.DOSSIER_READ)
    public DossierSummary get(UUID id) {
        dossier(id, Operation.DOSSIER_READ);
        return summaries("d.id = cast(?1 as uuid)", id).get(0);
    }

    /**
     * Opens a dossier.
     *
     * @param name 1 to 200 characters, unique in the workspace
     * @param description at most 2,000 characters
     */
    @Requires(Operation.DOSSIER_CREATE)
    public UUID create(UUID workspaceId, String name, String description) {
        workspaces.get(workspaceId, Operation.DOSSIER_CREATE);
        var taken = em.createQuery(
                        "select count(d) from Dossier d where d.workspaceId = :workspace and d.name = :name",
                        Long.class)
                .setParameter("workspace", workspaceId)
                .setParameter("name", name.strip())
                .getSingleResult();
        if (taken > 0) {
            throw BusinessException.conflict("dossier.name.taken", name.strip());
        }
        var dossier = new Dossier(workspaceId, name, description, user.getSubject());
        em.persist(dossier);
        em.flush();
        events.fire(DossierEvent.created(dossier));
        return dossier.id();
    }

    /** @return a dossier for the index, empty when it is gone */
    @Requires(Operation.BACKGROUND)
    public Optional<Dossier> forIndex(UUID id) {
        return Optional.ofNullable(em.find(Dossier.class, id));
    }

    /** Refuses unless this person may do that in the dossier's workspace. */
    @Requires(Operation.DOSSIER_READ)
    public Dossier dossier(UUID id, Operation toDo) {
        var found = em.find(Dossier.class, id);
        if (found == null) {
            throw BusinessException.notFound("dossier.unknown");
        }
        workspaces.get(found.workspaceId(), toDo);
        return found;
    }

    /** @return whether this person may do that in the dossier's workspace */
    @Requires(Operation.DOSSIER_READ)
    public boolean may(UUID id, Operation toDo) {
        var found = em.find(Dossier.class, id);
        return found != null && workspaces.may(found.workspaceId(), toDo);
    }

    private List<DossierSummary> summaries(String condition, UUID id) {
        List<?> rows = em.createNativeQuery(SUMMARIES.formatted(condition))
                .setParameter(1, id.toString())
                .setParameter(2, user.getSubject())
                .setParameter(3, user.allows(Operation.QUARANTINE_READ))
                .setMaxResults(AT_MOST)
                .getResultList();
        return rows.stream().map(row -> summary((Object[]) row)).toList();
    }

    private static DossierSummary summary(Object[] row) {
        return new DossierSummary(
                UUID.fromString((String) row[0]),
                UUID.fromString((String) row[1]),
                (String) row[2],
                (String) row[3],
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue(),
                ((java.sql.Timestamp) row[7]).toInstant().atOffset(ZoneOffset.UTC));
    }
}
