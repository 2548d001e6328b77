package fr.trame.infra.bench;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * From the acknowledged upload to the first search that finds a word of the text, against what cannot be spared: the
 * extraction of the same file and a refresh of the index that was just written to.
 */
final class FreshnessBench implements Benchmark {

    private static final int PAGES = 20;
    private static final int LOOK_EVERY_MILLIS = 20;
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String ENTRY = "bench-refresh";

    private final Place place;
    private final Sizes sizes;
    private final Index index;
    private final Words words = new Words(12);

    FreshnessBench(Place place, Sizes sizes) {
        this.place = place;
        this.sizes = sizes;
        this.index = new Index(place);
    }

    @Override
    public void run(Consumer<Row> table) {
        measure(2, this::text); // nobody's first steps are measured
        table.accept(row("Searchable after upload: text of 20 kB", measure(sizes.texts(), this::text)));
        measure(1, this::pdf);
        table.accept(row("Searchable after upload: PDF of " + PAGES + " pages", measure(sizes.pdfs(), this::pdf)));
        index.remove(ENTRY);
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
            var word = word();
            var file = make.apply(word);
            pair.reference().add(Stopwatch.millis(() -> extract(file)) + refresh());
            place.product().upload(place.dossier(), "Fraîcheur " + UUID.randomUUID() + "." + file.extension(), file);
            pair.product().add(Stopwatch.millis(() -> untilFound(word)));
            Backlog.settle(place);
        }
        return pair;
    }

    /** A word that no other document has, in any run. */
    private String word() {
        var letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        return "zyx" + letters;
    }

    private void untilFound(String word) {
        var began = System.nanoTime();
        while (Http.parse(place.product().search(word)).path("hits").isEmpty()) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new BenchFailure("A document was not findable two minutes after its upload.");
            }
            Backlog.pause(LOOK_EVERY_MILLIS);
        }
    }

    private void extract(SampleFile file) {
        var request = new Request.Builder()
                .url(place.variable("TRAME_EXTRACTOR_URL") + "/tika")
                .header("Accept", "text/xml")
                .header("X-Tika-PDFOcrStrategy", "no_ocr")
                .header("X-Tika-Skip-Embedded", "true")
                .header("Content-Disposition", "attachment; filename=document." + file.extension())
                .put(RequestBody.create(file.bytes(), null))
                .build();
        place.http().send("Extraction", request);
    }

    private double refresh() {
        index.put(ENTRY, Http.JSON.createObjectNode().put("title", word()).put("body", words.text(2_000)));
        return Stopwatch.millis(index::refresh);
    }
}
