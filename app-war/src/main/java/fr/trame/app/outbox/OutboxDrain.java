package fr.trame.app.outbox;

import fr.trame.app.DomainEvent;
import fr.trame.app.tenancy.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes what must follow follow: one lane for each type of work, so that a slow document does not hold up the index. A
 * lane is woken by each commit and looks by itself every second, which is how work left by a dead worker is found.
 */
@ApplicationScoped
public class OutboxDrain {

    private static final System.Logger LOG = System.getLogger(OutboxDrain.class.getName());

    @Resource
    ManagedScheduledExecutorService clocks;

    /** The server's own pools begin with one thread and fill a queue before they take a second: one lane at a time. */
    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<OutboxListener> listeners;

    @Inject
    OutboxWorker worker;

    private volatile List<Lane> lanes = List.of();
    private volatile @Nullable ExecutorService workers;
    private volatile boolean stopped;

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        workers = Executors.newCachedThreadPool(threads);
        lanes = listeners.stream()
                .flatMap(listener -> Stream.generate(() -> new Lane(listener)).limit(listener.workers()))
                .toList();
        lanes.forEach(lane -> lane.clock = clocks.scheduleWithFixedDelay(lane::wake, 1, 1, TimeUnit.SECONDS));
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        stopped = true;
        lanes.forEach(Lane::stop);
        var running = workers;
        if (running != null) {
            running.shutdown();
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent event) {
        event.followUps().forEach(follow -> lanes.stream()
                .filter(lane -> lane.listener.type().equals(follow.type()))
                .forEach(Lane::wake));
    }

    /**
     * One type of work, done by one thread at a time; a call while it runs makes it run once more. Where several work at
     * the same type, each takes what the others have not claimed.
     */
    private final class Lane {

        private final OutboxListener listener;
        private final AtomicInteger calls = new AtomicInteger();
        private volatile @Nullable ScheduledFuture<?> clock;

        Lane(OutboxListener listener) {
            this.listener = listener;
        }

        void wake() {
            if (calls.getAndIncrement() == 0) {
                Objects.requireNonNull(workers, "not started").execute(this::run);
            }
        }

        private void run() {
            int seen;
            do {
                seen = calls.get();
                try {
                    worker.dueTenants().forEach(this::drain);
                } catch (RuntimeException failure) {
                    LOG.log(System.Logger.Level.WARNING, "follow-up work cannot be read: {0}", failure.getMessage());
                }
            } while (!calls.compareAndSet(seen, 0));
        }

        /** Whatever happens in one tenant, an error of the machine included, the lane goes on to the next. */
        private void drain(Tenant tenant) {
            try {
                while (!stopped && worker.step(tenant, listener)) {
                    // until nothing is due in this tenant
                }
            } catch (RuntimeException | Error failure) {
                LOG.log(System.Logger.Level.ERROR, listener.type() + " broke off in a tenant", failure);
            }
        }

        private void stop() {
            var running = clock;
            if (running != null) {
                running.cancel(false);
            }
        }
    }
}
