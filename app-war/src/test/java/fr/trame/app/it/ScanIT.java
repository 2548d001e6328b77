package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scans are found by their words, at their page; nothing else waits for them. Needs Tesseract with French. */
class ScanIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String WRITTEN =
            "Une page dont le texte se lit sans peine, et qui dit de quoi il s'agit dans ce document.";

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        if (Part.home().isPresent() && Part.RECOGNISER.process().isEmpty()) {
            var reason = "No Tesseract with French on this machine: scans are not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "numérisations");
    }

    @AfterEach
    void everythingRunsAgain() {
        if (Part.RECOGNISER.process().isPresent()) {
            Part.RECOGNISER.thaw();
        } else {
            Stack.up();
        }
    }

    @Test
    void eachPageOfAMixedPdfIsFoundWhicheverWayUpItLies() {
        var upright = Scans.words();
        var sideways = Scans.words();
        var document = place.upload(
                "mixte.pdf", Scans.pdf(WRITTEN, Scans.page(upright), Scans.sideways(Scans.page(sideways))));
        var read = recognised(document);
        assertEquals("DONE", read.path("recognition").asText(), read::toString);
        assertEquals(3, read.path("pages").asInt());
        assertEquals(2, found(upright, document).path("page").asInt());
        assertEquals(3, found(sideways, document).path("page").asInt());
        assertEquals(
                "fr",
                Rows.of(Product.ARA)
                        .text("select language from document_reading where document_id::text = ?", document));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aPictureIsReadToo(String format) {
        var words = Scans.words();
        var document = place.upload("photo." + format, Scans.picture(format, Scans.page(words)));
        assertEquals("DONE", recognised(document).path("recognition").asText());
        found(words, document);
    }

    @Test
    void eachPageOfATiffIsAPage() {
        var first = Scans.words();
        var second = Scans.words();
        var document = place.upload("fax.tiff", Scans.tiff(Scans.page(first), Scans.page(second)));
        var read = recognised(document);
        assertEquals(2, read.path("pages").asInt(), read::toString);
        assertEquals(1, found(first, document).path("page").asInt());
        assertEquals(2, found(second, document).path("page").asInt());
    }

    @Test
    void aPictureWithoutAWordSaysSo() {
        var document = place.upload("ciel.png", Scans.picture("png", Scans.nothing()));
        assertEquals("EMPTY", recognised(document).path("recognition").asText());
    }

    @Test
    void whileScansWaitTextIsReadAndFound() {
        var word = Place.word();
        var words = Scans.words();
        Part.RECOGNISER.freeze();
        var scan = place.upload("attente.pdf", Scans.pdf(word + " " + WRITTEN, Scans.page(words)));
        var indexed = place.indexed(scan);
        assertEquals("WAITING", indexed.path("recognition").asText());
        found(word, scan);
        var other =
                place.upload("texte.pdf", Samples.pdf("Après le scan, " + word + ", tout ce qui est écrit se lit."));
        place.indexed(other);
        found(word, other);
        assertEquals(
                "WAITING",
                AUTHOR.get("/documents/" + scan).json().path("recognition").asText());
        Part.RECOGNISER.thaw();
        recognised(scan);
        found(words, scan);
    }

    @Test
    void aScanUploadedWhileTheirReaderIsDownIsReadOnceItIsBack() {
        var words = Scans.words();
        Part.RECOGNISER.kill();
        var document = place.upload("sans-lecteur.png", Scans.picture("png", Scans.page(words)));
        assertEquals("WAITING", place.indexed(document).path("recognition").asText());
        Stack.up();
        assertEquals("DONE", recognised(document).path("recognition").asText());
        found(words, document);
    }

    private static JsonNode recognised(String document) {
        place.indexed(document);
        return Product.waitFor("the scans of " + document + " are read", PATIENCE, () -> {
            var json = AUTHOR.get("/documents/" + document).json();
            var waits = json.path("recognition").asText().equals("WAITING");
            return waits ? Optional.empty() : Optional.of(json);
        });
    }

    private static JsonNode found(String words, String document) {
        return Product.waitFor("the search for " + words + " finds " + document, Product.PATIENCE, () -> {
            var hits = AUTHOR.search("\"" + words + "\"").json().path("hits");
            assertTrue(hits.isArray(), hits::toString);
            for (var hit : hits) {
                if (hit.path("id").asText().equals(document)) {
                    return Optional.of(hit);
                }
            }
            return Optional.empty();
        });
    }
}
