package fr.trame.app.coedit;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheChanged;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Refusal;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The documents that are open on this node: lets people in, commits what they write, brings what other nodes committed. */
@ApplicationScoped
public class Rooms {

    private static final System.Logger LOG = System.getLogger(Rooms.class.getName());
    private static final int OPEN_SECONDS = 20;
    private static final int LOOK_SECONDS = 5;
    private static final int LOOKS_AT_ONCE = 4;
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
    RoomStore store;

    @Inject
    Rights rights;

    @Inject
    Event<Refusal> refusals;

    private final Map<RoomKey, Room> rooms = new ConcurrentHashMap<>();
    private List<? extends Future<?>> turns = List.of();
    private ExecutorService workers = Executors.newSingleThreadExecutor();

    /** A few: there are fewer connections to the database than documents may be open. */
    private ExecutorService looks = workers;

    void start(@Observes @Initialized(ApplicationScoped.class) Object ignored) {
        workers.shutdown();
        workers = Executors.newCachedThreadPool(threads);
        looks = Executors.newFixedThreadPool(LOOKS_AT_ONCE, threads);
        turns = List.of(
                clocks.scheduleWithFixedDelay(() -> work(this::look), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS),
                clocks.scheduleWithFixedDelay(
                        () -> work(() -> rights.check(peers())), RIGHTS_SECONDS, RIGHTS_SECONDS, TimeUnit.SECONDS));
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object ignored) {
        peers().forEach(each -> each.close(Peer.End.TRY_LATER));
        turns.forEach(each -> each.cancel(false));
        workers.shutdown();
        looks.shutdown();
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
            var room = open == null ? store.open(visit.tenant(), visit.fiche()) : open;
            room.join(peer);
            return room;
        });
        if (peer.isClosed()) {
            leave(peer); // it ended while the document was opened, when there was nothing to leave
        }
    }

    /** Does something by another thread, one that holds nothing. */
    public void later(Runnable task) {
        work(task);
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
                work(() -> written(room));
            }
        } catch (Wire.Malformed | MalformedUpdateException no) {
            LOG.log(System.Logger.Level.INFO, "a line is closed: {0}", no.getMessage());
            peer.close(Peer.End.BROKEN);
        } catch (BusinessException no) {
            refused(peer, no);
        } catch (RuntimeException | Error broken) {
            LOG.log(System.Logger.Level.ERROR, "a document written together is read again", broken);
            peer.close(Peer.End.BROKEN); // it would send the same again, and throw the others out each time
            discard(room, Peer.End.TRY_LATER);
        }
    }

    /** What this node has of a document may be wrong: all come back, with what was not acknowledged to them. */
    private void discard(Room room, Peer.End why) {
        rooms.remove(new RoomKey(room.tenant.id(), room.fiche), room);
        room.peers().forEach(each -> each.close(why));
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
            work(() -> store.catchUp(room));
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

    private void written(Room room) {
        if (!store.write(room)) {
            discard(room, Peer.End.RIGHTS_CHANGED);
        }
    }

    private void look(Room room) {
        try {
            written(room);
            store.catchUp(room);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "a document written together waits", failure);
        } finally {
            room.endLook();
        }
    }

    private void look() {
        rooms.values().stream().filter(Room::beginLook).forEach(room -> looks.execute(() -> look(room)));
        rooms.forEach((key, room) -> {
            if (room.isIdle()) {
                rooms.computeIfPresent(key, (same, still) -> still.isIdle() ? null : still);
            }
        });
    }

    private List<Peer> peers() {
        return rooms.values().stream().flatMap(each -> each.peers().stream()).toList();
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
