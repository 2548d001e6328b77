package fr.trame.infra.bench;

import java.util.UUID;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.RequestBody;

/** From the acknowledged upload to the first search that finds a word of the text. */
final class Freshness {

    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final String ENTRY = "bench-refresh";

    private final Place place;
    private final Index index;
    private final Words words = new Words(19);

    private final int lookEveryMillis;

    /** @param lookEveryMillis how long to wait between two looks, which counts in full */
    Freshness(Place place, int lookEveryMillis) {
        this.place = place;
        this.lookEveryMillis = lookEveryMillis;
        this.index = new Index(place);
    }

    /** @param make a file with this word in it */
    double millis(Function<String, SampleFile> make) {
        var word = word();
        var file = make.apply(word);
        place.product().upload(place.dossier(), "Fraîcheur " + UUID.randomUUID() + "." + file.extension(), file);
        return Stopwatch.millis(() -> untilFound(word));
    }

    /** What cannot be spared: the extraction of the file and a refresh of the index that was just written to. */
    double reference(SampleFile file) {
        return Stopwatch.millis(() -> extract(file)) + refresh();
    }

    void clean() {
        index.remove(ENTRY);
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
            Backlog.pause(lookEveryMillis);
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
