package fr.trame.infra.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** Bytes into the store: through the product, and by the store's own client. */
final class UploadBench implements Benchmark {

    private static final int MIB = 1024 * 1024;
    private static final int SMALL = 100_000;
    private static final int AT_ONCE = 4;
    private static final int HUGE_RUNS = 3;
    private static final double AIM = 0.8;

    private final Place place;
    private final Sizes sizes;
    private final Store store;

    UploadBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.store = new Store(place);
    }

    @Override
    public void run(Consumer<Row> table) {
        var large = SampleFile.heavy(sizes.largeMiB() * MIB);
        var small = SampleFile.text(new Words(11).text(SMALL));
        compare(1, 2, List.of(large)); // nobody's first steps are measured
        table.accept(large(1, large));
        table.accept(large(AT_ONCE, large));
        table.accept(huge());
        var files = Collections.nCopies(sizes.smallFiles(), small);
        compare(AT_ONCE, 2, files);
        table.accept(small(1, files));
        table.accept(small(AT_ONCE, files));
    }

    private Row large(int atOnce, SampleFile file) {
        var files = Collections.nCopies(atOnce, file);
        var pair = compare(atOnce, sizes.largeRuns(), files);
        var rate = rate(pair);
        var row = row(named(atOnce, atOnce, sizes.largeMiB() + " MiB") + ", MiB/s", pair, files, file.mebibytes());
        return atOnce == 1 ? row.atLeast(AIM, rate) : row;
    }

    private Row huge() {
        var file = SampleFile.heavy(sizes.hugeMiB() * MIB);
        var pair = compare(1, HUGE_RUNS, List.of(file));
        var what = named(1, 1, sizes.hugeMiB() + " MiB") + ", MiB/s";
        return row(what, pair, List.of(file), file.mebibytes()).atLeast(AIM, rate(pair));
    }

    private Row small(int atOnce, List<SampleFile> files) {
        var pair = compare(atOnce, sizes.smallRuns(), files);
        return row(named(files.size(), atOnce, "100 kB") + ", files/s", pair, files, 1);
    }

    private static String named(int files, int atOnce, String size) {
        return String.format(
                Locale.ROOT,
                "Upload: %d %s of %s%s",
                files,
                files == 1 ? "file" : "files",
                size,
                atOnce == 1 ? "" : ", " + atOnce + " at once");
    }

    /** @param each what one file counts */
    private static Row row(String what, Stopwatch.Pair pair, List<SampleFile> files, double each) {
        Times.Figure rate = millis -> files.size() * each / (millis / 1000);
        return Row.compared(
                what, pair.productTimes().spread(rate), pair.referenceTimes().spread(rate), rate(pair));
    }

    /** Of speeds, so that more is better. */
    private static double rate(Stopwatch.Pair pair) {
        return Times.ratio(pair.referenceTimes().median(), pair.productTimes().median());
    }

    private Stopwatch.Pair compare(int atOnce, int runs, List<SampleFile> files) {
        var pair = new Stopwatch.Pair();
        for (int turn = 0; turn < runs; turn++) {
            Runnable throughProduct = () -> Stopwatch.together(
                    atOnce, files.stream().<Runnable>map(this::upload).toList());
            Runnable straight = () -> Stopwatch.together(
                    atOnce,
                    files.stream().<Runnable>map(file -> () -> store.put(file)).toList());
            pair.measure(turn, throughProduct, straight);
            store.removeWritten();
            Backlog.settle(place);
        }
        return pair;
    }

    private Runnable upload(SampleFile file) {
        return () ->
                place.product().upload(place.dossier(), "Mesure " + UUID.randomUUID() + "." + file.extension(), file);
    }
}
