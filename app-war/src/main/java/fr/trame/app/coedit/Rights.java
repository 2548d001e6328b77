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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a person may do with a fiche that is written together: asked when a line is opened, and again while it is open. */
@ApplicationScoped
public class Rights {

    private static final System.Logger LOG = System.getLogger(Rights.class.getName());

    private final AtomicBoolean checking = new AtomicBoolean();

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

    /** Looks at all; one that cannot be checked must not keep the others from it. */
    void check(List<Peer> peers) {
        if (!checking.compareAndSet(false, true)) {
            return;
        }
        try {
            for (var peer : peers) {
                try {
                    check(peer);
                } catch (RuntimeException away) {
                    LOG.log(System.Logger.Level.WARNING, "rights cannot be checked: {0}", away.toString());
                }
            }
        } finally {
            checking.set(false);
        }
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
