package fr.trame.app.workspace;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The workspaces of the tenant, as far as this person may see them. */
@Boundary
public class Workspaces {

    private static final String SUMMARIES =
            """
            select cast(w.id as text), w.code, w.name, w.description, w.restricted,
                (select count(*) from fiche f where f.tenant_id = w.tenant_id and f.workspace_id = w.id),
                (select count(*) from dossier d where d.tenant_id = w.tenant_id and d.workspace_id = w.id)
            from workspace w order by w.name
            """;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Event<DomainEvent> events;

    /** @return the workspaces this person may read, by name */
    @Requires(Operation.WORKSPACE_READ)
    public List<WorkspaceSummary> list() {
        List<?> rows = em.createNativeQuery(SUMMARIES).getResultList();
        return rows.stream()
                .map(row -> summary((Object[]) row))
                .filter(each -> user.allows(Operation.WORKSPACE_READ, each.id(), each.restricted()))
                .toList();
    }

    /** @return the identifiers of the workspaces this person may read */
    @Requires(Operation.WORKSPACE_READ)
    public Set<UUID> readable() {
        return em.createQuery("select w from Workspace w", Workspace.class)
                .getResultStream()
                .filter(each -> user.allows(Operation.WORKSPACE_READ, each.id(), each.restricted()))
                .map(Workspace::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Finds a workspace in order to do something there.
     *
     * @throws BusinessException NOT_FOUND when there is none this person may read, REFUSED when the person may read it
     *     but not do that
     */
    @Requires(Operation.WORKSPACE_READ)
    public Workspace get(UUID id, Operation toDo) {
        var found = em.find(Workspace.class, id);
        if (found == null || !user.allows(Operation.WORKSPACE_READ, id, found.restricted())) {
            throw BusinessException.notFound("workspace.unknown");
        }
        if (!user.allows(toDo, id, found.restricted())) {
            throw BusinessException.refused("error.refused");
        }
        return found;
    }

    /** @return whether this person may do that there; pages show, hide and explain by it */
    @Requires(Operation.WORKSPACE_READ)
    public boolean may(UUID id, Operation toDo) {
        var found = em.find(Workspace.class, id);
        return found != null && user.allows(toDo, id, found.restricted());
    }

    /**
     * Opens a workspace.
     *
     * @param code 2 to 12 capital letters and digits, unique in the tenant
     * @param name 1 to 200 characters
     * @param description at most 2,000 characters
     */
    @Requires(Operation.WORKSPACE_CREATE)
    public UUID create(String code, String name, String description, boolean restricted) {
        var taken = em.createQuery("select count(w) from Workspace w where w.code = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult();
        if (taken > 0) {
            throw BusinessException.conflict("workspace.code.taken", code);
        }
        var workspace = new Workspace(code, name, description, restricted);
        em.persist(workspace);
        events.fire(new WorkspaceCreated(workspace.id()));
        return workspace.id();
    }

    private static WorkspaceSummary summary(Object[] row) {
        return new WorkspaceSummary(
                UUID.fromString((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                ((Number) row[5]).longValue(),
                ((Number) row[6]).longValue());
    }
}
