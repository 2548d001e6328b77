package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Questions through the product, marks, facets and second look at rights included, against the very same request sent
 * straight to the same index.
 */
final class SearchBench implements Benchmark {

    private static final double AIM = 1.5;
    /** The product asks no second time above this. */
    private static final int ENOUGH = 10;

    private static final int MERGES_CALM_DOWN_MILLIS = 5_000;

    private final Place place;
    private final Sizes sizes;
    private final Index index;
    private final Corpus corpus;

    SearchBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.index = new Index(place);
        this.corpus = new Corpus(place);
    }

    @Override
    public void run(Consumer<Row> table) {
        var all = new ArrayList<Stopwatch.Pair>();
        for (int pages : sizes.pages()) {
            corpus.grow(pages);
            Backlog.settle(place);
            Backlog.pause(MERGES_CALM_DOWN_MILLIS);
            var pair = ask();
            all.add(pair);
            table.accept(row(String.format(Locale.ROOT, "Search: %,d pages", pages), pair));
            table.accept(new Typing(place, sizes.queries()).row(pages));
        }
        var first = all.get(0);
        var last = all.get(all.size() - 1);
        table.accept(growth(first, last));
    }

    private static Row row(String what, Stopwatch.Pair pair) {
        var product = pair.productTimes();
        var reference = pair.referenceTimes();
        var ratio = product.ratio(95, reference);
        return Row.compared(what, product.percentiles(50, 95, 99), reference.percentiles(50, 95, 99), ratio)
                .atMost(AIM, ratio);
    }

    private static Row growth(Stopwatch.Pair first, Stopwatch.Pair last) {
        var product = last.productTimes().ratio(95, first.productTimes());
        var reference = last.referenceTimes().ratio(95, first.referenceTimes());
        return Row.compared(
                "Search: growth of p95 from fewest to most pages",
                String.format(Locale.ROOT, "× %.2f", product),
                String.format(Locale.ROOT, "× %.2f", reference),
                Times.ratio(product, reference));
    }

    /** The questions of the warm-up are other ones than those that are measured. */
    private Stopwatch.Pair ask() {
        var recorded = new RecordedSearch(workspaces());
        var questions = answeredAtOnce(recorded);
        questions.subList(0, sizes.queries()).forEach(words -> compareAnswers(recorded, words));
        var pair = new Stopwatch.Pair();
        var measured = questions.subList(sizes.queries(), questions.size());
        for (int turn = 0; turn < measured.size(); turn++) {
            var words = measured.get(turn);
            var body = recorded.body(words);
            pair.measure(turn, () -> place.product().search(words), () -> index.search(body));
        }
        return pair;
    }

    /** Of what finds little the product asks a second time, in other words; that is another question. */
    private List<String> answeredAtOnce(RecordedSearch recorded) {
        var wanted = 2 * sizes.queries();
        var questions = new Words(14)
                .questions(corpus.remembered(), 4 * wanted).stream()
                        .filter(words -> total(recorded, words) >= ENOUGH)
                        .limit(wanted)
                        .toList();
        if (questions.size() < wanted) {
            throw new BenchFailure(
                    "Only " + questions.size() + " questions find " + ENOUGH + " or more, " + wanted + " are needed.");
        }
        return questions;
    }

    /** Were it another question, the ratio would mean nothing. */
    private void compareAnswers(RecordedSearch recorded, String words) {
        var product = Http.parse(place.product().search(words)).path("total").asLong();
        var straight = total(recorded, words);
        if (product != straight) {
            throw new BenchFailure("Not the same question: for “" + words + "” the product finds " + product
                    + " and the index " + straight + ".");
        }
    }

    private long total(RecordedSearch recorded, String words) {
        return Http.parse(index.search(recorded.body(words)))
                .at("/aggregations/filter#total/cardinality#entities/value")
                .asLong(-1);
    }

    private List<String> workspaces() {
        var ids = new ArrayList<String>();
        Http.parse(place.product().get("workspaces"))
                .forEach(workspace -> ids.add(workspace.path("id").asText()));
        return ids;
    }
}
