package fr.trame.app.coedit;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Memberships;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.RevokedSessions;
import fr.trame.app.tenancy.Tenants;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What a person may do with a fiche that is written together: asked when a line is opened, and again while it is open. */
@ApplicationScoped
public class Rights {

    @Inject
    FicheQueries fiches;

    @Inject
    Workspaces workspaces;

    @Inject
    Memberships memberships;

    @Inject
    RevokedSessions revoked;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    /**
     * @return whether the person of this request may write, not only read
     * @throws BusinessException NOT_FOUND or REFUSED when not even that
     */
    public boolean mayWrite(UUID fiche) {
        var view = fiches.get(fiche);
        return view.workflowState().open() && workspaces.may(view.workspaceId(), Operation.FICHE_EDIT);
    }

    /** Closes a line whose rights ended or are other ones now. */
    void check(Peer peer) {
        now(peer.visit()).ifPresent(peer::close);
    }

    private Optional<Peer.End> now(Visit visit) {
        if (revoked.contains(visit.sid())) {
            return Optional.of(Peer.End.SIGNED_OUT);
        }
        var membership = memberships.find(visit.tenant(), visit.person());
        if (membership.isEmpty() || tenants.find(visit.tenant().id()).isEmpty()) {
            return Optional.of(Peer.End.REFUSED);
        }
        return tenants.runAs(visit.tenant(), () -> {
            user.identify(visit.person());
            user.enter(membership.get().role(), membership.get().byWorkspace());
            try {
                return mayWrite(visit.fiche()) == visit.mayWrite()
                        ? Optional.empty()
                        : Optional.of(Peer.End.RIGHTS_CHANGED);
            } catch (BusinessException no) {
                return Optional.of(Peer.End.REFUSED);
            }
        });
    }
}
