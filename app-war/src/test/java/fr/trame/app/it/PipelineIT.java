package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bytes a person uploads to the page a search names. */
class PipelineIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "chaîne documentaire");
    }

    @Test
    void aWordOfAPdfIsFoundWithItsPageAndAMark() {
        var word = Place.word();
        var document = place.upload(
                "rapport.pdf", Samples.pdf("Introduction.", "Au milieu, le mot " + word + " se cache.", "Conclusion."));
        assertEquals(3, place.indexed(document).path("pages").asInt());
        var hit = found(word, document);
        assertEquals("DOCUMENT", hit.path("kind").asText());
        assertEquals(2, hit.path("page").asInt());
        assertEquals(place.workspace(), hit.path("workspace").asText());
        assertTrue(marks(hit.path("snippet")).contains(word), hit::toString);
    }

    @Test
    void accentsAndEndingsAreOptional() {
        var word = Place.word();
        var document = place.upload("accents.pdf", Samples.pdf("Les écosystèmes des métaux recyclés, " + word + "."));
        place.indexed(document);
        found("ecosysteme " + word, document);
        found("Écosystèmes " + word, document);
        found("+metal +recycle +" + word, document);
        found(word.substring(0, 20) + "*", document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "odt", "txt", "csv"})
    void aWordOfAnotherFormatIsFoundToo(String extension) {
        var word = Place.word();
        var text = "Le plan nomme " + word + " parmi ses actions.";
        var document = place.upload("plan." + extension, bytes(extension, text));
        place.indexed(document);
        assertTrue(marks(found(word, document).path("snippet")).contains(word));
        var typed = AUTHOR.get("/search?q=" + word + "&type=" + extension).json();
        assertEquals(1, typed.path("total").asInt(), typed::toString);
        assertEquals(
                0,
                AUTHOR.get("/search?q=" + word + "&type=pptx")
                        .json()
                        .path("total")
                        .asInt());
    }

    @Test
    void aDocumentIsFoundByItsNameToo() {
        var word = Place.word();
        var document = place.upload(word + ".pdf", Samples.pdf("Sans rapport."));
        place.indexed(document);
        // The words of a name stand apart in the text of its entry: that is where the match is shown.
        assertTrue(marks(found(word, document).path("snippet")).contains(word));
    }

    @Test
    void theSameFileTwiceIsTwoDocumentsEachFoundOnce() {
        var word = Place.word();
        var bytes = Samples.pdf("Deux fois " + word + ".");
        var first = place.upload("deux.pdf", bytes);
        var second = place.upload("deux bis.pdf", bytes);
        place.indexed(first);
        place.indexed(second);
        found(word, first);
        found(word, second);
        assertEquals(2, AUTHOR.search(word).json().path("total").asInt());
    }

    @Test
    void aLockedPdfSaysSoAndCanBeTriedAgain() {
        var document = place.upload("verrou.pdf", Samples.lockedPdf("Personne ne lit ceci."));
        assertEquals("ENCRYPTED", failure(document));
        triedAgain(document, "ENCRYPTED");
    }

    @Test
    void aBrokenPdfSaysSoAndCanBeTriedAgain() {
        var document = place.upload("abime.pdf", Samples.brokenPdf());
        assertEquals("BROKEN", failure(document));
        triedAgain(document, "BROKEN");
    }

    @Test
    void aFailedDocumentIsStillDownloadedAndFoundByItsName() {
        var word = Place.word();
        var bytes = Samples.lockedPdf("Verrouillé.");
        var document = place.upload(word + ".pdf", bytes);
        assertEquals("ENCRYPTED", failure(document));
        assertArrayEquals(
                bytes, AUTHOR.get("/documents/" + document + "/content").bytes());
        found(word, document);
    }

    @Test
    void twentyMebibytesComeBackAsTheyWent() throws NoSuchAlgorithmException {
        var bytes = Samples.heavyPdf("Un document lourd.", 20 * 1024 * 1024);
        var document = place.upload("lourd.pdf", bytes);
        var answer = AUTHOR.get("/documents/" + document + "/content");
        assertEquals(200, answer.status());
        assertEquals(sha256(bytes), sha256(answer.bytes()));
        assertEquals(
                sha256(bytes), Rows.of(Product.ARA).text("select sha256 from document where id::text = ?", document));
        assertEquals("application/pdf", answer.header("Content-Type"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("Content-Disposition").startsWith("attachment"));
        place.indexed(document);
    }

    @Test
    void aFicheIsFoundOnceItIsSavedAndAsItWasSavedLast() {
        var first = Place.word();
        var second = Place.word();
        var fiche = place.fiche("Une action " + first);
        found(first, fiche);
        var version = AUTHOR.get("/fiches/" + fiche).json().path("version").asInt();
        var revised = AUTHOR.put(
                "/fiches/" + fiche,
                "{\"title\": \"Une action %s\", \"axis\": \"RECRUIT\", \"version\": %d}".formatted(second, version));
        assertEquals(200, revised.status(), revised::toString);
        found(second, fiche);
        Product.waitUntil(
                "the old words are forgotten",
                () -> AUTHOR.search(first).json().path("total").asInt() == 0);
    }

    private static void triedAgain(String document, String outcome) {
        var audit = "select count(*) from audit_entry where operation = 'DOCUMENT_TRIED_AGAIN' and subject::text = ?";
        var answer = AUTHOR.post("/documents/" + document + "/retry", "");
        assertEquals(204, answer.status(), answer::toString);
        assertEquals(1, Rows.of(Product.ARA).number(audit, document));
        assertEquals(outcome, failure(document));
    }

    private static String failure(String document) {
        var settled = place.settled(document);
        assertEquals("FAILED", settled.path("state").asText(), settled::toString);
        return settled.path("failure").asText();
    }

    private static JsonNode found(String words, String entity) {
        return Product.waitFor(
                "the search for " + words + " finds " + entity, Product.PATIENCE, () -> hit(words, entity));
    }

    private static Optional<JsonNode> hit(String words, String entity) {
        var hits = AUTHOR.search(words).json().path("hits");
        var own = StreamSupport.stream(hits.spliterator(), false)
                .filter(hit -> hit.path("id").asText().equals(entity))
                .toList();
        assertTrue(own.size() <= 1, () -> "one thing is one hit: " + own);
        return own.stream().findFirst();
    }

    /** @return what is marked, in small letters */
    private static String marks(JsonNode pieces) {
        var marks = new StringBuilder();
        for (var index = 1; index < pieces.size(); index += 2) {
            marks.append(pieces.path(index).asText().toLowerCase(Locale.ROOT)).append(' ');
        }
        return marks.toString();
    }

    private static byte[] bytes(String extension, String text) {
        return switch (extension) {
            case "docx" -> Samples.docx(text);
            case "xlsx" -> Samples.xlsx(text);
            case "odt" -> Samples.odt(text);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return java.util.HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
