package fr.trame.infra.bench;

import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What each part holds after the run; what it held before is the reference. */
final class MemoryBench implements Benchmark {

    private final Home home;
    private final Map<Part, Double> atRest;

    /** @param atRest taken before anything was asked of the stack */
    MemoryBench(Home home, Map<Part, Double> atRest) {
        this.home = home;
        this.atRest = Map.copyOf(atRest);
    }

    @Override
    public void run(Consumer<Row> table) {
        double before = 0;
        double after = 0;
        for (var each : Memory.of(home).entrySet()) {
            double rest = atRest.getOrDefault(each.getKey(), 0.0);
            table.accept(row("Memory: " + each.getKey().title(), rest, each.getValue()));
            before += rest;
            after += each.getValue();
        }
        table.accept(row("Memory: all of the stack", before, after));
    }

    private static Row row(String what, double before, double after) {
        return Row.compared(what, mebibytes("after the run", after), mebibytes("at rest", before), after / before);
    }

    private static String mebibytes(String when, double size) {
        return String.format(Locale.ROOT, "%s %.0f MiB", when, size);
    }
}
