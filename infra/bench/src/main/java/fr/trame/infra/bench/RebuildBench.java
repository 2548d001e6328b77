package fr.trame.infra.bench;

import java.util.Locale;
import java.util.function.Consumer;

/** A whole rebuild of the index, out of the database, against the same entries sent straight by the bulk. */
final class RebuildBench implements Benchmark {

    private static final double AIM = 0.8;
    private static final int RUNS = 3;

    private final Place place;
    private final Sizes sizes;
    private final Corpus corpus;

    RebuildBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.corpus = new Corpus(place);
    }

    @Override
    public void run(Consumer<Row> table) {
        corpus.grow(sizes.pages().get(0));
        Backlog.settle(place);
        var raw = new RawIndex(place);
        var entries = raw.read();
        var pair = new Stopwatch.Pair();
        for (int turn = 0; turn < RUNS; turn++) {
            pair.measure(turn, place::rebuildIndex, () -> raw.write(entries));
            raw.remove();
        }
        Times.Figure rate = millis -> entries.size() / (millis / 1000);
        var ratio = pair.referenceTimes().ratio(50, pair.productTimes());
        table.accept(Row.compared(
                        String.format(Locale.ROOT, "Rebuild of the index: %,d entries, entries/s", entries.size()),
                        pair.productTimes().spread(rate),
                        pair.referenceTimes().spread(rate),
                        ratio)
                .atLeast(AIM, ratio));
    }
}
