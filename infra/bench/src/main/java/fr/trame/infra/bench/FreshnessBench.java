package fr.trame.infra.bench;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * From the acknowledged upload to the first search that finds a word of the text, against what cannot be spared: the
 * extraction of the same file and a refresh of the index that was just written to.
 */
final class FreshnessBench implements Benchmark {

    private static final int LOOK_EVERY_MILLIS = 20;
    private static final int PAGES = 20;

    private final Place place;
    private final Sizes sizes;
    private final Freshness freshness;
    private final Words words = new Words(12);

    FreshnessBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.freshness = new Freshness(place, LOOK_EVERY_MILLIS);
    }

    @Override
    public void run(Consumer<Row> table) {
        measure(2, this::text); // nobody's first steps are measured
        table.accept(row("Searchable after upload: text of 20 kB", measure(sizes.texts(), this::text)));
        measure(1, this::pdf);
        table.accept(row("Searchable after upload: PDF of " + PAGES + " pages", measure(sizes.pdfs(), this::pdf)));
        freshness.clean();
    }

    private static Row row(String what, Stopwatch.Pair pair) {
        var product = pair.productTimes();
        var reference = pair.referenceTimes();
        return Row.compared(
                what, product.percentiles(50, 95), reference.percentiles(50, 95), product.ratio(50, reference));
    }

    private SampleFile text(String word) {
        return SampleFile.text(word + ". " + words.text(20_000));
    }

    private SampleFile pdf(String word) {
        return SampleFile.pdf(word, words, PAGES);
    }

    private Stopwatch.Pair measure(int count, Function<String, SampleFile> make) {
        var pair = new Stopwatch.Pair();
        for (int i = 0; i < count; i++) {
            pair.reference().add(freshness.reference(make.apply("Mesure")));
            pair.product().add(freshness.millis(make));
            Backlog.settle(place);
        }
        return pair;
    }
}
