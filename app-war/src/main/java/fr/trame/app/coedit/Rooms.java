package fr.trame.app.coedit;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheChanged;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Refusal;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import fr.trame.app.ydoc.MalformedUpdateException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The documents that are open on this node: lets people in, commits what they write, brings what other nodes committed. */
@ApplicationScoped
public class Rooms {

    private static final System.Logger LOG = System.getLogger(Rooms.class.getName());
    private static final int OPEN_SECONDS = 20;
    private static final int LOOK_SECONDS = 5;
    private static final int RIGHTS_SECONDS = 15;

    @Resource
    ManagedScheduledExecutorService clocks;

    /** The server's own pools begin with one thread and fill a queue before they take a second. */
    @Resource
    ManagedThreadFactory threads;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    CoeditLog log;

    @Inject
    Rights rights;

    @Inject
    Event<Refusal> refusals;

    private final UUID node = UUID.randomUUID();
    private final Map<RoomKey, Room> rooms = new ConcurrentHashMap<>();
    private List<? extends Future<?>> turns = List.of();
    private ExecutorService workers = Executors.newSingleThreadExecutor();

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        workers.shutdown();
        workers = Executors.newCachedThreadPool(threads);
        turns = List.of(
                clocks.scheduleWithFixedDelay(() -> work(this::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS),
                clocks.scheduleWithFixedDelay(
                        () -> work(() -> peers().forEach(rights::check)),
                        RIGHTS_SECONDS,
                        RIGHTS_SECONDS,
                        TimeUnit.SECONDS));
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        peers().forEach(each -> each.close(Peer.End.TRY_LATER));
        turns.forEach(each -> each.cancel(false));
        workers.shutdown();
    }

    /**
     * Somebody comes in: the document is opened if nobody on this node has it open. By another thread, because this one
     * still serves a request, with a tenant and rights of its own; nothing that comes on the line is read before.
     */
    public void join(Peer peer) {
        try {
            workers.submit(() -> enter(peer)).get(OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            throw new IllegalStateException("the document cannot be opened", away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the node stops", stop);
        }
    }

    private void enter(Peer peer) {
        var visit = peer.visit();
        rooms.compute(visit.room(), (key, open) -> {
            var room = open == null ? open(visit.tenant(), visit.fiche()) : open;
            room.join(peer);
            return room;
        });
    }

    /** Somebody's line ended. */
    public void leave(Peer peer) {
        rooms.computeIfPresent(peer.visit().room(), (key, room) -> room.leave(peer) ? null : room);
    }

    /** A message came. What breaks the protocol, or is not this person's to write, ends the line. */
    public void take(Peer peer, byte[] message) {
        var room = rooms.get(peer.visit().room());
        if (room == null) {
            return;
        }
        try {
            if (room.take(peer, message)) {
                work(() -> write(room));
            }
        } catch (Wire.Malformed | MalformedUpdateException no) {
            LOG.log(System.Logger.Level.INFO, "a line is closed: {0}", no.getMessage());
            peer.close(Peer.End.BROKEN);
        } catch (BusinessException no) {
            refused(peer, no);
        }
    }

    private void refused(Peer peer, BusinessException no) {
        peer.close(Peer.End.REFUSED);
        var visit = peer.visit();
        work(() -> tenants.runAs(visit.tenant(), () -> {
            user.enterAsSystem();
            refusals.fire(new Refusal(visit.person().subject(), "FICHE_EDIT", no.key()));
            return true;
        }));
    }

    /** @return how many lines a person has open on this node */
    public long count(String subject) {
        return peers().stream()
                .filter(each -> each.visit().person().subject().equals(subject))
                .count();
    }

    void announced(@Observes Announced news) {
        if (news.tenant() == null) {
            work(this::look);
            return;
        }
        var room = rooms.get(new RoomKey(news.tenant(), news.fiche()));
        if (room != null) {
            work(() -> catchUp(room));
        }
    }

    /** A fiche that moved may be closed to some; who looks every few seconds would find it later. */
    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) FicheChanged change) {
        if (change.operation().startsWith("FICHE_MOVED_")) {
            work(() -> peers().stream()
                    .filter(each -> each.visit().fiche().equals(change.subject()))
                    .forEach(rights::check));
        }
    }

    private void look() {
        rooms.values().forEach(room -> {
            write(room);
            catchUp(room);
        });
        rooms.forEach((key, room) -> {
            if (room.isIdle()) {
                rooms.computeIfPresent(key, (same, still) -> still.isIdle() ? null : still);
            }
        });
    }

    private List<Peer> peers() {
        return rooms.values().stream().flatMap(each -> each.peers().stream()).toList();
    }

    private Room open(Tenant tenant, UUID fiche) {
        return within(tenant, () -> {
            try {
                return new Room(tenant, fiche, log.open(fiche));
            } catch (MalformedUpdateException lost) {
                throw new IllegalStateException("what is stored of fiche " + fiche + " cannot be read", lost);
            }
        });
    }

    private void write(Room room) {
        for (var batch = room.begin(); !batch.isEmpty(); batch = room.begin()) {
            try {
                var drafts = batch.stream()
                        .filter(each -> each.payload().length > 0)
                        .map(each ->
                                new Change.Draft(each.from().visit().person().subject(), each.payload()))
                        .toList();
                room.committed(batch, within(room.tenant, () -> log.append(room.fiche, node, drafts)));
            } catch (RuntimeException away) {
                LOG.log(System.Logger.Level.WARNING, "changes of a fiche wait to be saved: {0}", away.toString());
                room.failed();
                return; // the next look tries again
            }
        }
    }

    private void catchUp(Room room) {
        try {
            room.catchUp(within(room.tenant, () -> log.since(room.fiche, room.seen())), node);
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

    private void work(Runnable task) {
        try {
            workers.execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException failure) {
                    LOG.log(System.Logger.Level.WARNING, "a document written together waits", failure);
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "the node stops", stopping);
        }
    }
}
