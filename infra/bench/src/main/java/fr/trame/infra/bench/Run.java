package fr.trame.infra.bench;

import fr.trame.infra.stack.setting.Part;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The measurements of one run, one after the other. */
final class Run {

    /** The names of {@code --only}, in the order in which they are measured. */
    static final List<String> ALL =
            List.of("uploads", "freshness", "sustained", "scans", "fiches", "rebuild", "search", "memory");

    private final StackUnderTest stack;
    private final Sizes sizes;
    private final PrintStream out;
    private final Table table = new Table();

    Run(StackUnderTest stack, Sizes sizes, PrintStream out) {
        this.stack = stack;
        this.sizes = sizes;
        this.out = out;
    }

    /** @throws BenchFailure naming what there is, when a name is unknown */
    static Set<String> chosen(List<String> names) {
        var unknown = names.stream().filter(name -> !ALL.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new BenchFailure("There is no measurement '" + String.join("', '", unknown) + "'. There are "
                    + String.join(", ", ALL) + ".");
        }
        return names.isEmpty() ? Set.copyOf(ALL) : Set.copyOf(names);
    }

    Table measure(Set<String> chosen) {
        Map<Part, Double> atRest = Memory.of(stack.home());
        for (var name : ALL) {
            if (chosen.contains(name)) {
                one(name, benchmark(name, atRest));
            }
        }
        return table;
    }

    private Benchmark benchmark(String name, Map<Part, Double> atRest) {
        return switch (name) {
            case "uploads" -> new UploadBench(place("banc-d-essai"), sizes);
            case "freshness" -> new FreshnessBench(place("banc-d-essai"), sizes);
            case "sustained" -> new SustainedBench(place("banc-d-essai"), sizes);
            case "scans" -> new OcrBench(place("banc-d-essai"), sizes);
            case "rebuild" -> new RebuildBench(place("banc-de-reconstruction"), sizes);
            case "fiches" -> new TenantsBench(place("banc-d-essai"), sizes);
            case "search" -> new SearchBench(place("banc-de-recherche"), sizes);
            default -> new MemoryBench(stack.home(), atRest);
        };
    }

    /** Search has a tenant of its own: in its index lies what it knows of, not what others uploaded. */
    private Place place(String alias) {
        return Place.open(stack.variables(), alias);
    }

    private void one(String name, Benchmark benchmark) {
        var load = Machine.load();
        out.printf(Locale.ROOT, "… %s, load average %.1f%n", name, load);
        var took = Stopwatch.millis(() -> benchmark.run(row -> note(row, load)));
        out.printf(Locale.ROOT, "✓ %s, %.0f s%n", name, took / 1000);
    }

    /** @param load of the machine before it was measured */
    void note(Row row, double load) {
        table.add(row, load);
        out.printf(
                Locale.ROOT,
                "  %s: %s%s %s%n",
                row.what(),
                row.product(),
                row.reference().isEmpty() ? "" : " against " + row.reference() + ", ratio " + row.ratio(),
                row.verdict());
    }
}
