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
 */
record Pending(NavigableMap<Long, List<Struct>> structs, Map<Long, Integer> missing, DeleteSet deletes) {

    private static final int WEIGHT_OF_RANGE = 8;

    static final Pending NOTHING = new Pending(new TreeMap<>(), Map.of(), new DeleteSet());

    boolean isEmpty() {
        return structs.isEmpty() && deletes.isEmpty();
    }

    /** About the bytes it takes. */
    int weight() {
        return structs.values().stream()
                        .flatMap(List::stream)
                        .mapToInt(Struct::weight)
                        .sum()
                + WEIGHT_OF_RANGE * deletes.ranges();
    }

    static int weight(Sequencer.Sequence sequence, DeleteSet deletes, Store store) {
        var waiting = sequence.waiting().values().stream()
                .flatMap(List::stream)
                .mapToInt(Struct::weight)
                .sum();
        return waiting
                + WEIGHT_OF_RANGE
                        * (int) deletes.clients().entrySet().stream()
                                .mapToLong(each -> each.getValue().stream()
                                        .filter(range -> range.end() > sequence.state(each.getKey(), store))
                                        .count())
                                .sum();
    }

    /** Whether something came that this waits for. */
    boolean wakes(Store store) {
        return missing.entrySet().stream().anyMatch(each -> each.getValue() < store.state(each.getKey()));
    }

    Pending with(DeleteSet others) {
        return new Pending(structs, missing, others.tidy());
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
        return new Pending(all, earliest, deletes);
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
