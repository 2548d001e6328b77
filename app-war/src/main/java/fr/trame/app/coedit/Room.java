package fr.trame.app.coedit;

import fr.trame.app.BusinessException;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.ydoc.MalformedUpdateException;
import fr.trame.app.ydoc.YDoc;
import fr.trame.app.ydoc.YLimits;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One document that is open on this node, and the lines of those who have it open. All that touches it holds its monitor;
 * nothing is waited for meanwhile. Changes are passed on at once and acknowledged once they are committed.
 */
final class Room {

    /** What may wait for a database that does not answer, before people are told to keep it themselves. */
    private static final int MOST_WAITING_BYTES = 8 << 20;

    private static final int MOST_AT_ONCE = 200;

    /** A page asks once for what it lacks when its line opens. */
    private static final int MOST_QUESTIONS = 5;

    /** Far more than a fiche, and far less than a row of the database takes: two nodes may each come close to it. */
    private static final YLimits LIMITS = new YLimits(1 << 20, 4 << 20, 200_000, 64, 1 << 18, 256, 5_000_000);

    final Tenant tenant;
    final UUID fiche;

    /** Marks what this room committed: one that takes its place knows no more of it than of another node's. */
    final UUID node = UUID.randomUUID();

    private final YDoc document;
    private final Presences presences = new Presences();
    private final Map<Peer, Count> counts = new LinkedHashMap<>();
    private final AtomicBoolean looked = new AtomicBoolean();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean writing;
    private long seen;

    Room(Tenant tenant, UUID fiche, CoeditRows.Stored stored) throws MalformedUpdateException {
        this.tenant = tenant;
        this.fiche = fiche;
        this.document = YDoc.of(stored.state(), LIMITS);
        catchUp(stored.changes());
        seen = Math.max(seen, stored.upto());
    }

    /** What came on a line so far. */
    private static final class Count {
        private long changes;
        private int questions;
    }

    /** A change of a line that is not committed; empty when there is nothing to keep. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waiting(Peer from, long number, byte[] payload) {}

    synchronized void join(Peer peer) {
        counts.put(peer, new Count());
        peer.send(Messages.rights(peer.visit().mayWrite()));
        if (peer.visit().mayWrite()) {
            peer.send(Messages.step1(document.stateVector()));
        }
        presences.all().ifPresent(states -> peer.send(Messages.awareness(states)));
    }

    /** @return whether nobody is left and nothing waits */
    synchronized boolean leave(Peer peer) {
        if (counts.remove(peer) != null) {
            presences.gone(peer).ifPresent(states -> pass(Messages.awareness(states), peer));
        }
        return isIdle();
    }

    synchronized boolean isIdle() {
        return counts.isEmpty() && waiting.isEmpty() && !writing;
    }

    synchronized List<Peer> peers() {
        return List.copyOf(counts.keySet());
    }

    /**
     * Takes a message of a line.
     *
     * @return whether something waits to be committed
     */
    synchronized boolean take(Peer peer, byte[] message) throws Wire.Malformed, MalformedUpdateException {
        var count = counts.get(peer);
        if (count == null) {
            return false;
        }
        var in = new Wire.Reader(message);
        var type = (int) in.number();
        if (type == Messages.SYNC) {
            sync(peer, count, in);
        } else if (type == Messages.AWARENESS) {
            // Its sender hears it too: a browser takes a silent line for a dead one.
            presences.take(peer, in.block()).ifPresent(states -> pass(Messages.awareness(states), null));
        } else if (type == Messages.ASK_AWARENESS) {
            presences.all().ifPresent(states -> peer.send(Messages.awareness(states)));
        } else {
            throw new Wire.Malformed("no message of type " + type);
        }
        return !waiting.isEmpty() && !writing;
    }

    private void sync(Peer peer, Count count, Wire.Reader in) throws Wire.Malformed, MalformedUpdateException {
        var step = (int) in.number();
        var content = in.block();
        if (step == Messages.STEP_1) {
            if (++count.questions > MOST_QUESTIONS) {
                throw new Wire.Malformed("asked for the whole too often");
            }
            peer.send(Messages.step2(document.diff(content)));
        } else if (step == Messages.STEP_2 || step == Messages.UPDATE) {
            if (peer.visit().mayWrite()) {
                change(peer, ++count.changes, content);
            } else {
                throw BusinessException.refused("error.refused");
            }
        } else {
            throw new Wire.Malformed("no step " + step);
        }
    }

    private void change(Peer peer, long number, byte[] update) throws MalformedUpdateException {
        if (waitingBytes + update.length > MOST_WAITING_BYTES) {
            peers().forEach(each -> each.close(Peer.End.TRY_LATER));
            return;
        }
        var applied = document.apply(update, Sections.NAMES);
        // Kept before it is passed on: whatever goes wrong with others' lines, it is committed.
        waiting.add(new Waiting(peer, number, applied.changed() ? update : new byte[0]));
        waitingBytes += applied.changed() ? update.length : 0;
        if (applied.changed()) {
            pass(Messages.update(update), peer);
        }
    }

    private void pass(byte[] message, @Nullable Peer except) {
        peers().stream().filter(each -> each != except).forEach(each -> each.send(message));
    }

    /** @return what is to be committed now, empty when there is nothing or somebody is at it */
    synchronized List<Waiting> begin() {
        if (writing || waiting.isEmpty()) {
            return List.of();
        }
        writing = true;
        return new ArrayList<>(waiting).subList(0, Math.min(waiting.size(), MOST_AT_ONCE));
    }

    /** Those changes are committed: their lines hear of it, and only now. */
    synchronized void committed(List<Waiting> done, Instant at) {
        writing = false;
        var latest = new LinkedHashMap<Peer, Long>();
        for (var each : done) {
            waiting.remove();
            waitingBytes -= each.payload().length;
            latest.put(each.from(), each.number());
        }
        latest.forEach((peer, number) -> peer.send(Messages.saved(number, at)));
    }

    /** They are not: they wait on. */
    synchronized void failed() {
        writing = false;
    }

    /** @return whether nobody looks after this room already; who does says when it is over */
    boolean beginLook() {
        return looked.compareAndSet(false, true);
    }

    void endLook() {
        looked.set(false);
    }

    synchronized long seen() {
        return seen;
    }

    /** Takes over what other nodes committed; doing it twice changes nothing. */
    synchronized void catchUp(CoeditRows.Stored stored) throws MalformedUpdateException {
        if (stored.state().length > 0 && document.replay(stored.state()).changed()) {
            pass(Messages.update(stored.state()), null);
        }
        catchUp(stored.changes().stream()
                .filter(each -> each.seq() > seen && !each.node().equals(node))
                .toList());
        seen = Math.max(seen, stored.last());
    }

    private void catchUp(List<Change> changes) throws MalformedUpdateException {
        for (var change : changes) {
            if (document.replay(change.payload()).changed()) {
                pass(Messages.update(change.payload()), null);
            }
            seen = Math.max(seen, change.seq());
        }
    }
}
