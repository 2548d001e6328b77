package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many people at once: texts come without a pause, and what counts is how many a second become searchable, and how long
 * somebody waits whose text comes in the middle of it.
 */
final class SustainedBench implements Benchmark {

    private static final int USERS = 8;
    private static final int TEXT = 3_000;
    /** Somebody who looks fifty times a second would be measured, not the other seven. */
    private static final int LOOK_EVERY_MILLIS = 200;

    private static final double AIM_A_SECOND = 50;
    private static final double AIM_MILLIS_MORE = 2_000;

    private final Place place;
    private final Sizes sizes;
    private final Freshness freshness;
    private final Words words = new Words(18);

    SustainedBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.freshness = new Freshness(place, LOOK_EVERY_MILLIS);
    }

    @Override
    public void run(Consumer<Row> table) {
        together(sizes.sustained() / 10 + USERS, new ArrayList<>()); // nobody's first steps are measured
        Backlog.settle(place);
        var waits = Collections.synchronizedList(new ArrayList<Double>());
        var count = sizes.sustained();
        var uploads = new double[1];
        var all = Stopwatch.millis(() -> {
            uploads[0] = Stopwatch.millis(() -> together(count, waits));
            Backlog.settle(place);
        });
        var rate = count / (all / 1000);
        table.accept(Row.alone(
                        String.format(
                                Locale.ROOT, "Sustained: %,d texts of %d users, searchable a second", count, USERS),
                        String.format(Locale.ROOT, "%.1f (acknowledged: %.1f)", rate, count / (uploads[0] / 1000)))
                .atLeast(AIM_A_SECOND, rate));
        var times = new Times(waits);
        var alone = freshness.reference(SampleFile.text(words.text(TEXT)));
        table.accept(Row.compared(
                        "Searchable after upload while " + USERS + " users upload",
                        times.percentiles(50, 95),
                        String.format(Locale.ROOT, "%.1f ms", alone),
                        times.percentile(95) / alone)
                .within(alone + AIM_MILLIS_MORE, times.percentile(95)));
    }

    /** One of the users looks for each of his texts before he sends the next. */
    private void together(int count, List<Double> waits) {
        var works = new ArrayList<Runnable>();
        var texts = new ArrayList<SampleFile>();
        for (int number = 0; number < count; number++) {
            texts.add(SampleFile.text(words.text(TEXT)));
        }
        var left = Collections.synchronizedList(new ArrayList<>(texts));
        works.add(() -> {
            while (!left.isEmpty()) {
                waits.add(freshness.millis(word -> SampleFile.text(word + ". " + words.text(TEXT))));
            }
        });
        for (int user = 1; user < USERS; user++) {
            works.add(() -> send(left));
        }
        Stopwatch.together(USERS, works);
    }

    private void send(List<SampleFile> left) {
        for (var file = next(left); file != null; file = next(left)) {
            place.product().upload(place.dossier(), "Flux " + UUID.randomUUID() + ".txt", file);
        }
    }

    private static @Nullable SampleFile next(List<SampleFile> left) {
        synchronized (left) {
            return left.isEmpty() ? null : left.remove(left.size() - 1);
        }
    }
}
