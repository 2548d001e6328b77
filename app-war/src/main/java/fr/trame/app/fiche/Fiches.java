package fr.trame.app.fiche;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.organisation.Organisation;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.workspace.Workspace;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import java.util.stream.Stream;

/** Writes fiches; reads of many stand in {@link FicheQueries}. */
@Boundary
public class Fiches {

    @PersistenceContext
    EntityManager em;

    @Inject
    Event<DomainEvent> events;

    @Inject
    CurrentUser user;

    @Inject
    TenantContext tenancy;

    @Inject
    Workspaces workspaces;

    @Inject
    Reference reference;

    /**
     * Begins a fiche as a draft, with the next reference of its workspace.
     *
     * @throws BusinessException INVALID with the field when a rule of {@link FicheContent} is broken
     */
    @Requires(Operation.FICHE_CREATE)
    public UUID create(UUID workspaceId, FicheContent content) {
        workspaces.get(workspaceId, Operation.FICHE_CREATE);
        check(content);
        // Numbers are given one at a time; whoever comes second waits for the first to commit.
        var workspace = em.find(Workspace.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(workspace);
        var fiche = new Fiche(
                workspaceId,
                referenceOf(workspace, content.axis(), workspace.takeFicheNumber()),
                content,
                user.getSubject());
        em.persist(fiche);
        em.flush();
        events.fire(new FicheChanged(fiche.id(), fiche.version(), "FICHE_CREATED"));
        return fiche.id();
    }

    /**
     * Replaces the content of a fiche.
     *
     * @param version the version the author saw
     * @throws BusinessException CONFLICT when somebody else saved since
     */
    @Requires(Operation.FICHE_EDIT)
    public void revise(UUID id, int version, FicheContent content) {
        var fiche = fiche(id, version, Operation.FICHE_EDIT);
        check(content);
        fiche.revise(content, user.getSubject());
        changed(fiche, "FICHE_REVISED");
    }

    /**
     * Moves a fiche to another state. Authors may submit or take back; the rest is a decision and needs
     * {@link Operation#FICHE_DECIDE}.
     */
    @Requires(Operation.FICHE_EDIT)
    public void move(UUID id, int version, WorkflowState next) {
        var fiche = fiche(id, version, next.byAuthors() ? Operation.FICHE_EDIT : Operation.FICHE_DECIDE);
        fiche.moveTo(next, user.getSubject());
        changed(fiche, "FICHE_MOVED_" + next.name());
    }

    /** Keeps others from writing the fiche until the end of the transaction; they may still point at it. */
    @Requires(Operation.FICHE_EDIT)
    public void hold(UUID id) {
        em.createNativeQuery("select 1 from fiche where id = cast(?1 as uuid) for no key update")
                .setParameter(1, id.toString())
                .getResultList();
    }

    /** Replaces the texts by what several people wrote together, if the fiche is still open to them. */
    @Requires(Operation.FICHE_EDIT)
    public void writeTogether(UUID id, FicheText texts) {
        var fiche = em.find(Fiche.class, id);
        if (fiche == null) {
            throw BusinessException.notFound("fiche.unknown");
        }
        workspaces.get(fiche.workspaceId(), Operation.FICHE_EDIT);
        if (fiche.workflowState().open() && fiche.rewrite(texts, user.getSubject())) {
            changed(fiche, "FICHE_WRITTEN_TOGETHER");
        }
    }

    private void changed(Fiche fiche, String operation) {
        em.flush();
        events.fire(new FicheChanged(fiche.id(), fiche.version(), operation));
    }

    private Fiche fiche(UUID id, int version, Operation toDo) {
        var fiche = em.find(Fiche.class, id);
        if (fiche == null) {
            throw BusinessException.notFound("fiche.unknown");
        }
        workspaces.get(fiche.workspaceId(), toDo);
        if (fiche.version() != version) {
            throw BusinessException.conflict("fiche.changed.meanwhile");
        }
        return fiche;
    }

    private void check(FicheContent content) {
        FicheRules.check(content);
        reference.check(content);
        Stream.concat(
                        Stream.ofNullable(content.lead()).map(id -> new Named("lead", id)),
                        content.partners().stream().map(each -> new Named("partners", each.organisation())))
                .filter(named -> em.find(Organisation.class, named.id()) == null)
                .findFirst()
                .ifPresent(unknown -> {
                    throw BusinessException.invalid(unknown.field(), "organisation.unknown");
                });
    }

    private String referenceOf(Workspace workspace, String axis, int number) {
        var alias = tenancy.tenant().alias().split("-");
        var tenant = alias.length == 1
                ? alias[0].substring(0, Math.min(6, alias[0].length()))
                : Stream.of(alias).map(word -> word.substring(0, 1)).reduce("", String::concat);
        return "%s-%s-%s-%03d"
                .formatted(
                        tenant.toUpperCase(java.util.Locale.ROOT),
                        workspace.code(),
                        axis.substring(0, Math.min(3, axis.length())),
                        number);
    }

    private record Named(String field, UUID id) {}
}
