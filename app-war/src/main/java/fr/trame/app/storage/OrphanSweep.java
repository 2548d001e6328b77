package fr.trame.app.storage;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Removes, once an hour, bytes that were uploaded but never became a document. */
@ApplicationScoped
public class OrphanSweep {

    private static final System.Logger LOG = System.getLogger(OrphanSweep.class.getName());

    @Resource
    ManagedScheduledExecutorService executor;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    StoredObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    Event<SweepTime> times;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        sweeps = executor.scheduleWithFixedDelay(this::sweepAll, 5, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        var running = sweeps;
        if (running != null) {
            running.cancel(false);
        }
    }

    private void sweepAll() {
        try {
            tenants.open().forEach(this::sweepOne);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "orphans wait for the next sweep: {0}", failure.getMessage());
        }
    }

    /** One tenant whose store does not answer holds up no other. */
    private void sweepOne(Tenant tenant) {
        try {
            tenants.runAs(tenant, () -> sweep(tenant));
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "{0} waits for the next sweep: {1}", tenant.alias(), failure);
        }
    }

    private int sweep(Tenant tenant) {
        user.enterAsSystem();
        times.fire(new SweepTime(tenant.alias()));
        var orphans = objects.orphans();
        for (var key : orphans) {
            store.delete(key);
            objects.forget(key);
        }
        if (!orphans.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "{0} orphans swept in {1}", orphans.size(), tenant.alias());
        }
        return orphans.size();
    }
}
