package fr.trame.app.outbox;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps a claim alive while its work lasts: a claim that runs out means that the worker is dead. */
@ApplicationScoped
public class OutboxClaim {

    private static final System.Logger LOG = System.getLogger(OutboxClaim.class.getName());
    private static final int EVERY_SECONDS = 30;

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    Outbox outbox;

    /** @return to be released when the work is over */
    Held hold(Tenant tenant, List<OutboxRow> rows) {
        var beat =
                executor.scheduleAtFixedRate(() -> renew(tenant, rows), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        return () -> beat.cancel(false);
    }

    private void renew(Tenant tenant, List<OutboxRow> rows) {
        try {
            tenants.runAs(tenant, () -> {
                user.enterAsSystem();
                outbox.renew(rows);
                return true;
            });
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "a claim could not be kept: {0}", failure.getMessage());
        }
    }

    /** A claim while it is kept alive. */
    interface Held {
        void release();
    }
}
