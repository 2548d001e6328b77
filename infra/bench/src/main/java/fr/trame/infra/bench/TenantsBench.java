package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
    public List<Row> run() {
        var fiches = new FicheRows(place);
        var code = "F" + Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT);
        var path = "workspaces/" + fiches.workspace(place.tenant(), code) + "/fiches?size=50";
        measure(path);
        var rows = new ArrayList<Row>();
        var fewest = new ArrayList<Times>();
        for (int wanted : sizes.tenants()) {
            fiches.tenants(wanted);
            measure(path);
            var times = measure(path);
            fewest.add(times);
            var what = String.format(Locale.ROOT, "Page of 50 fiches: %,d tenants", fiches.count());
            rows.add(row(what, times, fewest.get(0), rows.isEmpty()));
        }
        return rows;
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
