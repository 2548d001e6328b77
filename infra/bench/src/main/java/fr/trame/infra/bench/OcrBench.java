package fr.trame.infra.bench;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Scans, read by the product in its slow lane, against the reader of scans asked straight. */
final class OcrBench implements Benchmark {

    private static final long PATIENCE_NANOS = 1_800_000_000_000L;
    private static final int LOOK_EVERY_MILLIS = 200;

    private final Place place;
    private final Sizes sizes;

    OcrBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
    }

    @Override
    public void run(Consumer<Row> table) {
        read(SampleFile.scan(new Words(20), 1)); // nobody's first steps are measured
        var pages = sizes.scans();
        var file = SampleFile.scan(new Words(21), pages);
        var pair = new Stopwatch.Pair();
        pair.measure(1, () -> read(file), () -> straight(file));
        Times.Figure rate = millis -> pages / (millis / 60_000);
        table.accept(Row.compared(
                String.format(Locale.ROOT, "Scans: %d pages in one document, pages/min", pages),
                pair.productTimes().spread(rate),
                pair.referenceTimes().spread(rate),
                pair.referenceTimes().ratio(50, pair.productTimes())));
    }

    private void read(SampleFile file) {
        var id = place.product().upload(place.dossier(), "Scan " + UUID.randomUUID() + ".pdf", file);
        var began = System.nanoTime();
        while (!"DONE".equals(recognition(id))) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new BenchFailure("A scan was not read in half an hour.");
            }
            Backlog.pause(LOOK_EVERY_MILLIS);
        }
    }

    private String recognition(String id) {
        return Http.parse(place.product().get("documents/" + id))
                .path("recognition")
                .asText();
    }

    /** As the product asks, and nothing around it. */
    private void straight(SampleFile file) {
        var request = new Request.Builder()
                .url(place.variable("TRAME_RECOGNISER_URL") + "/tika")
                .header("Accept", "text/xml")
                .header("X-Tika-Skip-Embedded", "true")
                .header("X-Tika-Timeout-Millis", "840000")
                .put(RequestBody.create(file.bytes(), null))
                .build();
        place.http().patient("Reading of scans", request);
    }
}
