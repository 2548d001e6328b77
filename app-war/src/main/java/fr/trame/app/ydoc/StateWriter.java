package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a document, or what somebody lacks of it, as an update. */
final class StateWriter {

    private final Store store;

    StateWriter(Store store) {
        this.store = store;
    }

    byte[] stateVector() {
        var out = new WireWriter();
        var clients = store.clients();
        out.uint(clients.size());
        for (var client : clients) {
            out.uint(client);
            out.uint(store.state(client));
        }
        return out.done();
    }

    static Map<Long, Integer> readStateVector(byte[] bytes) throws MalformedUpdateException {
        var in = new WireReader(bytes, YLimits.DEFAULT);
        var states = new TreeMap<Long, Integer>();
        for (var left = in.uint(); left > 0; left--) {
            states.put(in.uint(), in.count());
        }
        return states;
    }

    /** All that somebody lacks who knows these states, and all that is deleted. */
    byte[] update(Map<Long, Integer> known, Pending pending) {
        var runs = new TreeMap<Long, List<Struct>>(Comparator.reverseOrder());
        var clients = new TreeSet<>(store.clients());
        clients.addAll(pending.structs().keySet());
        for (var client : clients) {
            var run =
                    run(client, known.getOrDefault(client, 0), pending.structs().getOrDefault(client, List.of()));
            if (!run.isEmpty()) {
                runs.put(client, run);
            }
        }
        var deletes = deletes();
        if (!pending.deletes().isEmpty()) {
            deletes.addAll(pending.deletes());
            deletes.tidy();
        }
        return written(runs, known, deletes);
    }

    private List<Struct> run(long client, int from, List<Struct> waiting) {
        var run = new ArrayList<Struct>();
        var list = store.find(client);
        var state = from;
        if (list != null && list.state() > from) {
            for (var i = list.indexOf(from); i < list.size(); i++) {
                run.add(list.get(i));
            }
            state = list.state();
        }
        for (var each : waiting) {
            if (each instanceof Gap || each.end() <= state) {
                continue;
            }
            if (each.clock > state && !run.isEmpty()) {
                run.add(new Gap(client, state, each.clock - state));
            }
            run.add(each.clock < state ? each.after(state - each.clock) : each);
            state = each.end();
        }
        return run;
    }

    private static byte[] written(Map<Long, List<Struct>> runs, Map<Long, Integer> known, DeleteSet deletes) {
        var out = new WireWriter();
        out.uint(runs.size());
        runs.forEach((client, run) -> {
            var first = run.get(0);
            var clock = Math.max(first.clock, known.getOrDefault(client, 0));
            out.uint(run.size());
            out.uint(client);
            out.uint(clock);
            first.write(out, clock - first.clock);
            run.listIterator(1).forEachRemaining(each -> each.write(out, 0));
        });
        deletes.write(out);
        return out.done();
    }

    private DeleteSet deletes() {
        var deletes = new DeleteSet();
        for (var client : store.clients()) {
            var list = store.list(client);
            for (var i = 0; i < list.size(); i++) {
                var struct = list.get(i);
                if (struct.deleted()) {
                    deletes.add(client, struct.clock, struct.length);
                }
            }
        }
        return deletes;
    }
}
