package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which units are deleted. */
final class DeleteSet {

    /** Units of one client in a row. */
    record Range(int clock, int length) {
        int end() {
            return clock + length;
        }
    }

    private final Map<Long, List<Range>> clients = new TreeMap<>(Comparator.reverseOrder());

    void add(long client, int clock, int length) {
        var ranges = clients.computeIfAbsent(client, any -> new ArrayList<>(2));
        var last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (last != null && last.end() == clock) {
            ranges.set(ranges.size() - 1, new Range(last.clock(), last.length() + length));
        } else {
            ranges.add(new Range(clock, length));
        }
    }

    void addAll(DeleteSet others) {
        others.clients.forEach((client, ranges) -> ranges.forEach(each -> add(client, each.clock(), each.length())));
    }

    /** Puts the ranges in order and joins those that touch. */
    DeleteSet tidy() {
        clients.replaceAll((client, ranges) -> tidied(ranges));
        return this;
    }

    private static List<Range> tidied(List<Range> ranges) {
        var sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(Range::clock));
        var joined = new ArrayList<Range>(sorted.size());
        for (var next : sorted) {
            var last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.end() >= next.clock()) {
                var end = Math.max(last.end(), next.end());
                joined.set(joined.size() - 1, new Range(last.clock(), end - last.clock()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    Map<Long, List<Range>> clients() {
        return clients;
    }

    int ranges() {
        return clients.values().stream().mapToInt(List::size).sum();
    }

    static DeleteSet read(WireReader in) throws MalformedUpdateException {
        var set = new DeleteSet();
        for (var left = in.uint(); left > 0; left--) {
            var client = in.uint();
            for (var more = in.uint(); more > 0; more--) {
                var clock = in.count();
                set.add(client, clock, in.lengthFrom(clock));
            }
        }
        return set;
    }

    void write(WireWriter out) {
        out.uint(clients.size());
        clients.forEach((client, ranges) -> {
            out.uint(client);
            out.uint(ranges.size());
            for (var range : ranges) {
                out.uint(range.clock());
                out.uint(range.length());
            }
        });
    }
}
