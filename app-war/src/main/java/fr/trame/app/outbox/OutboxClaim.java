package fr.trame.app.outbox;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps claims alive while their work lasts: a claim that runs out means that the worker is dead. One clock for all of
 * them, as setting one up for each claim costs more than most of the work.
 */
@ApplicationScoped
public class OutboxClaim {

    private static final System.Logger LOG = System.getLogger(OutboxClaim.class.getName());
    private static final int EVERY_SECONDS = Outbox.CLAIM_SECONDS / 4;

    /** The server's own clock has one thread for all that is scheduled; who waits behind a sweep would lose its claims. */
    @Resource
    ManagedThreadFactory threads;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    Outbox outbox;

    private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService clock;
    private volatile @Nullable ScheduledFuture<?> beat;

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        var own = Executors.newSingleThreadScheduledExecutor(threads);
        beat = own.scheduleWithFixedDelay(
                () -> claims.forEach(this::renew), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        clock = own;
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        var running = clock;
        var beating = beat;
        if (running != null && beating != null) {
            beating.cancel(false);
            running.shutdown();
        }
    }

    /** @return to be released when the work is over */
    Held hold(Tenant tenant, List<OutboxRow> rows) {
        var claim = new Claim(tenant, rows);
        claims.add(claim);
        return () -> claims.remove(claim);
    }

    private void renew(Claim claim) {
        try {
            tenants.runAs(claim.tenant, () -> {
                user.enterAsSystem();
                outbox.renew(claim.rows);
                return true;
            });
        } catch (RuntimeException | Error failure) {
            // An error too: it would end the clock for good, and without a word.
            LOG.log(System.Logger.Level.WARNING, "a claim could not be kept: {0}", failure.toString());
        }
    }

    /** Not a record: two claims are never the same, and comparing thousands of rows would be work. */
    private static final class Claim {

        private final Tenant tenant;
        private final List<OutboxRow> rows;

        Claim(Tenant tenant, List<OutboxRow> rows) {
            this.tenant = tenant;
            this.rows = rows;
        }
    }

    /** A claim while it is kept alive. */
    interface Held {
        void release();
    }
}
