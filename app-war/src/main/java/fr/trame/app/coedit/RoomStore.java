package fr.trame.app.coedit;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import fr.trame.app.ydoc.MalformedUpdateException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Between the documents that are open on this node and what is committed of them. Only from threads without a request. */
@ApplicationScoped
class RoomStore {

    private static final System.Logger LOG = System.getLogger(RoomStore.class.getName());

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    CoeditLog log;

    Room open(Tenant tenant, UUID fiche) {
        return within(tenant, () -> {
            try {
                return new Room(tenant, fiche, log.open(fiche));
            } catch (MalformedUpdateException lost) {
                throw new IllegalStateException("what is stored of fiche " + fiche + " cannot be read", lost);
            }
        });
    }

    /**
     * Commits what waits, as long as something does.
     *
     * @return false when nobody may write there any more: what waits was not and will not be committed
     */
    boolean write(Room room) {
        for (var batch = room.begin(); !batch.isEmpty(); batch = room.begin()) {
            var settled = false;
            try {
                var drafts = batch.stream()
                        .filter(each -> each.payload().length > 0)
                        .map(each ->
                                new Change.Draft(each.from().visit().person().subject(), each.payload()))
                        .toList();
                var at = drafts.isEmpty()
                        ? Optional.of(Instant.now()) // those before are committed, and these say nothing new
                        : within(room.tenant, () -> log.append(room.fiche, room.node, drafts));
                if (at.isEmpty()) {
                    return false;
                }
                room.committed(batch, at.get());
                settled = true;
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.WARNING, "changes of a fiche wait to be saved: {0}", away.toString());
                return true; // the next look tries again
            } finally {
                if (!settled) {
                    room.failed();
                }
            }
        }
        return true;
    }

    void catchUp(Room room) {
        try {
            room.catchUp(within(room.tenant, () -> log.since(room.fiche, room.seen())));
        } catch (MalformedUpdateException lost) {
            throw new IllegalStateException("what is stored of fiche " + room.fiche + " cannot be read", lost);
        }
    }

    private <T> T within(Tenant tenant, Supplier<T> work) {
        return tenants.runAs(tenant, () -> {
            user.enterAsSystem();
            return work.get();
        });
    }
}
