package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;

/** One tenant's page of fiches while the number of its neighbours grows; the fewest neighbours are the reference. */
final class TenantsBench implements Benchmark {

    private static final double AIM = 1.2;

    private final Place place;
    private final Sizes sizes;

    TenantsBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
    }

    @Override
    public void run(Consumer<Row> table) {
        var fiches = new FicheRows(place);
        var code = "F" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
        var path = "workspaces/" + fiches.workspace(place.tenant(), code) + "/fiches?size=50";
        measure(path);
        var fewest = new ArrayList<Times>();
        for (int wanted : sizes.tenants()) {
            fiches.tenants(wanted);
            measure(path);
            var times = measure(path);
            fewest.add(times);
            var what = String.format(Locale.ROOT, "Page of 50 fiches: %,d tenants", fiches.count());
            table.accept(row(what, times, fewest.get(0), fewest.size() == 1));
        }
    }

    private static Row row(String what, Times times, Times fewest, boolean first) {
        if (first) {
            return Row.alone(what, times.percentiles(50, 95));
        }
        var ratio = times.ratio(50, fewest);
        return Row.compared(what, times.percentiles(50, 95), fewest.percentiles(50, 95), ratio)
                .atMost(AIM, ratio);
    }

    private Times measure(String path) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < sizes.lists(); i++) {
            times.add(Stopwatch.millis(() -> place.product().get(path)));
        }
        return new Times(times);
    }
}
