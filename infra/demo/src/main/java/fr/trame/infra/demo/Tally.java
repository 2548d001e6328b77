package fr.trame.infra.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How much was written. */
final class Tally {

    /** What is counted, in the order it is told. */
    enum What {
        WORKSPACES,
        ORGANISATIONS,
        FICHES,
        REVISIONS,
        MOVES,
        DOSSIERS,
        DOCUMENTS
    }

    private final Map<What, Integer> counts = new EnumMap<>(What.class);

    void one(What what) {
        counts.merge(what, 1, Integer::sum);
    }

    void add(Tally other) {
        other.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @return for example {@code 5 workspaces, 12 documents}, or {@code nothing new} */
    @Override
    public String toString() {
        return counts.isEmpty()
                ? "nothing new"
                : counts.entrySet().stream()
                        .map(each ->
                                each.getValue() + " " + each.getKey().name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(", "));
    }
}
