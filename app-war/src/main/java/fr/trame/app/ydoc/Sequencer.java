package fr.trame.app.ydoc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order in which structs can be merged, so that each comes after what it builds on, and what must wait. It
 * changes neither the document nor the structs, so that there is still time to refuse.
 */
final class Sequencer {

    /**
     * @param ready the structs that can be merged, in this order; known ones among them
     * @param waiting the others
     * @param missing for a client the last unit known of it while something waits for a later one
     * @param states of the clients that were looked at, once all that is ready is merged
     */
    record Sequence(
            List<Struct> ready,
            NavigableMap<Long, List<Struct>> waiting,
            Map<Long, Integer> missing,
            Map<Long, Integer> states) {

        int state(long client, Store store) {
            var state = states.get(client);
            return state == null ? store.state(client) : state;
        }
    }

    private static final class Inbox {
        final List<Struct> structs;
        int next;

        Inbox(List<Struct> structs) {
            this.structs = structs;
        }

        boolean isEmpty() {
            return next == structs.size();
        }

        Struct take() {
            return structs.get(next++);
        }

        List<Struct> rest() {
            return structs.subList(next, structs.size());
        }
    }

    private final Store store;
    private final Map<Long, Integer> states = new HashMap<>();
    private final Map<Long, Inbox> inboxes = new HashMap<>();
    private final NavigableSet<Long> open;
    private final Deque<Struct> held = new ArrayDeque<>();
    private final List<Struct> ready = new ArrayList<>();
    private final NavigableMap<Long, List<Struct>> waiting = new TreeMap<>();
    private final Map<Long, Integer> missing = new HashMap<>();

    private Sequencer(Store store, NavigableMap<Long, List<Struct>> structs) {
        this.store = store;
        structs.forEach((client, run) -> inboxes.put(client, new Inbox(run)));
        open = new TreeSet<>(structs.keySet());
    }

    static Sequence sequence(Store store, NavigableMap<Long, List<Struct>> structs) {
        var sequencer = new Sequencer(store, structs);
        sequencer.run();
        return new Sequence(sequencer.ready, sequencer.waiting, sequencer.missing, sequencer.states);
    }

    private void run() {
        while (!open.isEmpty()) {
            var inbox = inboxes.get(open.last());
            if (inbox == null || inbox.isEmpty()) {
                open.pollLast();
                continue;
            }
            place(inbox.take());
            while (!held.isEmpty()) {
                place(held.pop());
            }
        }
    }

    /** Takes a struct in, or holds it and goes to what it needs, or gives up all that is held. */
    private void place(Struct start) {
        var struct = start;
        while (!(struct instanceof Gap)) {
            var state = state(struct.client);
            if (struct.clock > state) {
                held.push(struct);
                await(struct.client, struct.clock - 1);
                return;
            }
            var needed = struct instanceof Item item ? missing(item) : null;
            if (needed == null) {
                ready.add(struct);
                states.put(struct.client, Math.max(state, struct.end()));
                return;
            }
            held.push(struct);
            var inbox = inboxes.get(needed.client());
            if (inbox == null || inbox.isEmpty()) {
                await(needed.client(), state(needed.client()));
                return;
            }
            struct = inbox.take();
        }
    }

    private void await(long client, int lastKnown) {
        missing.merge(client, lastKnown, Math::min);
        held.descendingIterator()
                .forEachRemaining(each -> waiting.computeIfAbsent(each.client, any -> new ArrayList<>())
                        .add(each));
        for (var each : held) {
            var inbox = inboxes.remove(each.client);
            if (inbox != null) {
                waiting.computeIfAbsent(each.client, any -> new ArrayList<>()).addAll(inbox.rest());
            }
        }
        held.clear();
    }

    private @Nullable Id missing(Item item) {
        if (isMissing(item, item.origin)) {
            return item.origin;
        }
        if (isMissing(item, item.rightOrigin)) {
            return item.rightOrigin;
        }
        return item.parent instanceof Id parent && isMissing(item, parent) ? parent : null;
    }

    private boolean isMissing(Item item, @Nullable Id id) {
        return id != null && id.client() != item.client && id.clock() >= state(id.client());
    }

    private int state(long client) {
        return states.computeIfAbsent(client, store::state);
    }
}
