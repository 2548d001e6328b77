package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives the death of any part, and what does not need the dead part goes on. */
class ResilienceIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "pannes");
    }

    /** Whatever a test did, the next one and the other classes find the whole product. */
    @AfterEach
    void everythingRunsAgain() {
        if (Part.EXTRACTOR.process().isPresent()) {
            Part.EXTRACTOR.thaw();
        }
        Stack.up();
    }

    @Test
    void aFileUploadedBeforeTheApplicationWasKilledIsFoundOnce() {
        var word = Place.word();
        Part.EXTRACTOR.freeze();
        var document = place.upload("avant.pdf", Samples.pdf("Le mot est " + word + "."));
        assertEquals("RECEIVED", state(document), "the reading has not ended when the application is killed");
        Part.APP.kill();
        Part.EXTRACTOR.thaw();
        Stack.up();
        place.indexed(document);
        foundOnce(word, document);
        assertEquals(
                1,
                Rows.of(Product.ARA).number("select count(*) from document where id::text = ?", document),
                "one row");
    }

    @Test
    void anUploadGoesOnWhereItWasWhenTheApplicationWasKilled() {
        var bytes = "La première moitié, puis la seconde.".getBytes(StandardCharsets.UTF_8);
        var tus = new Tus(AUTHOR, place.dossier());
        var path = tus.begun("en-deux-fois.txt", bytes.length);
        assertEquals(204, tus.patch(path, 0, Arrays.copyOf(bytes, 20)).status());
        Part.APP.kill();
        Stack.up();
        assertEquals(20, tus.offset(path));
        var rest = tus.patch(path, 20, Arrays.copyOfRange(bytes, 20, bytes.length));
        assertEquals(204, rest.status(), rest::toString);
        assertEquals(
                1, Rows.of(Product.ARA).number("select count(*) from document where name = ?", "en-deux-fois.txt"));
    }

    @Test
    void withoutTheIndexPagesAndUploadsGoOnTheSearchSaysSoAndTheIndexCatchesUp() {
        var word = Place.word();
        Stack.down(Part.ELASTICSEARCH);
        var refused = AUTHOR.search(word);
        assertEquals(503, refused.status(), refused::toString);
        assertTrue(refused.header("Content-Type").startsWith("application/problem+json"), refused::toString);
        assertFalse(refused.header("Retry-After").isBlank(), "when to try again");
        assertTrue(refused.json().path("detail").asText().contains("recherche"), refused::toString);
        var english = AUTHOR.speaking("en").search(word).json();
        assertTrue(english.path("detail").asText().contains("earch"), english::toString);
        var fiche = place.fiche("Écrite sans index, " + word);
        assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
        var text = ("Déposé sans index, " + word + ".").getBytes(StandardCharsets.UTF_8);
        var document = place.upload("sans-index.txt", text);
        assertArrayEquals(
                text, AUTHOR.get("/documents/" + document + "/content").bytes());
        Product.waitUntil(
                "the text is read without the index", () -> state(document).equals("EXTRACTED"));
        Stack.up();
        place.indexed(document);
        Product.waitUntil("the index has caught up", () -> total(word) == 2);
        assertEquals(List.of(), Checked.differencesOfTheIndex(), "the index is what the database is");
    }

    @Test
    void withoutTheExtractorUploadsWaitAndAreReadLater() {
        var word = Place.word();
        Part.EXTRACTOR.kill();
        var document = place.upload("sans-lecteur.pdf", Samples.pdf("Lu plus tard, " + word + "."));
        var fiche = place.fiche("Écrite sans lecteur, " + word);
        Product.waitUntil("a fiche is found without the extractor", () -> total(word) == 1);
        assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
        assertEquals("RECEIVED", state(document));
        Stack.up();
        place.indexed(document);
        Product.waitUntil("the document is found as well", () -> total(word) == 2);
    }

    @Test
    void withoutTheStoreAnUploadIsRefusedAndNothingOfItIsKept() {
        Stack.down(Part.STORE);
        var rows = Rows.of(Product.ARA);
        var before = rows.digest();
        var refused = AUTHOR.upload(place.dossier(), "refuse.txt", "Perdu.".getBytes(StandardCharsets.UTF_8));
        assertEquals(503, refused.status(), refused::toString);
        assertTrue(refused.header("Content-Type").startsWith("application/problem+json"), refused::toString);
        assertEquals(before, rows.digest(), "nothing half-saved");
        assertEquals(200, AUTHOR.get("/workspaces").status());
        place.fiche("Écrite sans magasin");
        Stack.up();
        place.indexed(place.upload("accepte.txt", "Gardé.".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void withoutKeycloakWhoIsSignedInWorksOn() {
        Caller.as("presidence").get("/workspaces");
        Stack.down(Part.KEYCLOAK);
        var fiche = place.fiche("Écrite sans annuaire");
        assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
    }

    private static String state(String document) {
        return AUTHOR.get("/documents/" + document).json().path("state").asText();
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }

    private static void foundOnce(String word, String document) {
        Product.waitUntil("the search finds " + word, () -> total(word) == 1);
        JsonNode hits = AUTHOR.search(word).json().path("hits");
        assertEquals(1, hits.size(), hits::toString);
        assertEquals(document, hits.path(0).path("id").asText());
    }
}
