package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What waits for updates that did not come yet. Never changes; its structs are copied before they are merged.
 *
 * @param structs of each client, in its order, no unit twice
 * @param missing for a client the last unit known of it while something waits for a later one
 * @param deletes of units that are not known
 * @param weight about the bytes it takes
 */
record Pending(NavigableMap<Long, List<Struct>> structs, Map<Long, Integer> missing, DeleteSet deletes, int weight) {

    private static final int WEIGHT_OF_RANGE = 32;

    static final Pending NOTHING = of(new TreeMap<>(), Map.of(), new DeleteSet());

    boolean isEmpty() {
        return structs.isEmpty() && deletes.isEmpty();
    }

    static Pending of(NavigableMap<Long, List<Struct>> structs, Map<Long, Integer> missing, DeleteSet deletes) {
        return new Pending(structs, missing, deletes, weight(structs) + WEIGHT_OF_RANGE * deletes.ranges());
    }

    private static int weight(Map<Long, List<Struct>> structs) {
        var weight = 0;
        for (var run : structs.values()) {
            for (var struct : run) {
                weight += struct.weight();
            }
        }
        return weight;
    }

    /** What an update would add. */
    static int weight(Sequencer.Sequence sequence, DeleteSet deletes, Store store) {
        var weight = weight(sequence.waiting());
        for (var each : deletes.clients().entrySet()) {
            var state = sequence.state(each.getKey(), store);
            for (var range : each.getValue()) {
                weight += range.end() > state ? WEIGHT_OF_RANGE : 0;
            }
        }
        return weight;
    }

    /** Whether something came that this waits for. */
    boolean wakes(Store store) {
        for (var each : missing.entrySet()) {
            if (each.getValue() < store.state(each.getKey())) {
                return true;
            }
        }
        return false;
    }

    /** This with other deletes. */
    Pending with(DeleteSet others) {
        return others.isEmpty() && deletes.isEmpty() ? this : of(structs, missing, others.tidy());
    }

    /** This and what an update leaves. */
    Pending plus(Sequencer.Sequence sequence) {
        if (sequence.waiting().isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(structs);
        sequence.waiting().forEach((client, run) -> all.put(client, joined(all.getOrDefault(client, List.of()), run)));
        var earliest = new HashMap<>(missing);
        sequence.missing().forEach((client, clock) -> earliest.merge(client, clock, Math::min));
        return of(all, earliest, deletes);
    }

    private static List<Struct> joined(List<Struct> some, List<Struct> others) {
        var joined = new ArrayList<Struct>(some.size() + others.size());
        var i = 0;
        var j = 0;
        while (i < some.size() || j < others.size()) {
            var ofSome = j == others.size() || (i < some.size() && some.get(i).clock <= others.get(j).clock);
            append(joined, ofSome ? some.get(i++) : others.get(j++));
        }
        return joined;
    }

    private static void append(List<Struct> run, Struct next) {
        var end = run.isEmpty() ? 0 : run.get(run.size() - 1).end();
        if (next instanceof Gap || (next.end() <= end && !run.isEmpty())) {
            return;
        }
        run.add(next.clock < end ? next.after(end - next.clock) : next);
    }
}
