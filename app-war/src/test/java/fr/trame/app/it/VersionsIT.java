package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A name that is taken, bytes that are there already, and the history of a document, by the REST door. */
class VersionsIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller READER = Caller.as("lecture");

    @Test
    void aNameThatIsTakenIsRefusedUntilItIsSaidWhatToDo() {
        var place = Place.make(AUTHOR, "noms pris");
        var first = place.upload("plan.txt", bytes("premier"));
        var refused = AUTHOR.upload(place.dossier(), "PLAN.txt", bytes("deuxième"));
        assertEquals(409, refused.status(), refused::toString);
        assertEquals(
                "urn:trame:problem:document.name.taken",
                refused.json().path("type").asText());
        assertEquals(1, documents(place));
        var tus = new Tus(AUTHOR, place.dossier()).begin("plan.txt", 5);
        assertEquals(409, tus.status(), tus::toString);
        assertEquals(422, sent(place, "plan.txt", "perhaps", "x").status());
        assertEquals(first, sent(place, "plan.txt", "version", "deuxième").created());
        var both = sent(place, "plan.txt", "keep", "troisième").created();
        assertEquals(
                "plan (2).txt",
                AUTHOR.get("/documents/" + both).json().path("name").asText());
        assertEquals(2, documents(place));
    }

    @Test
    void theCurrentVersionIsFoundAndTheOnesBeforeAreNot() {
        var place = Place.make(AUTHOR, "versions trouvées");
        var old = Place.word();
        var young = Place.word();
        var id = place.upload("note.txt", bytes("Le mot est " + old));
        place.indexed(id);
        Product.waitUntil("the first version is found", () -> total(old) == 1);
        sent(place, "note.txt", "version", "Le mot est " + young).created();
        Product.waitUntil("the second version is found", () -> total(young) == 1);
        Product.waitUntil("the first one is not any more", () -> total(old) == 0);
        var list = AUTHOR.get("/documents/" + id + "/versions").json();
        assertEquals(2, list.size());
        assertEquals(2, list.path(0).path("number").asInt());
        assertTrue(list.path(0).path("current").asBoolean());
        assertArrayEquals(
                bytes("Le mot est " + old),
                AUTHOR.get("/documents/" + id + "/versions/1/content").bytes());
        restores(place, id, old, young);
    }

    private static void restores(Place place, String id, String old, String young) {
        var restored = AUTHOR.post("/documents/" + id + "/versions/1/restore", "{\"reason\": \"Retour\"}");
        assertEquals(204, restored.status(), restored::toString);
        place.indexed(id);
        Product.waitUntil("what was brought back is found", () -> total(old) == 1);
        Product.waitUntil("what it replaced is not", () -> total(young) == 0);
        var now = AUTHOR.get("/documents/" + id + "/versions").json();
        assertEquals(3, now.size());
        assertEquals(1, now.path(0).path("restoredFrom").asInt());
        assertEquals("Retour", now.path(0).path("reason").asText());
        assertArrayEquals(
                bytes("Le mot est " + old),
                AUTHOR.get("/documents/" + id + "/content").bytes());
        assertEquals(
                409,
                AUTHOR.post("/documents/" + id + "/versions/3/restore", "{}").status());
        assertEquals(
                404,
                AUTHOR.post("/documents/" + id + "/versions/9/restore", "{}").status());
    }

    @Test
    void aVersionIsLabelled() {
        var place = Place.make(AUTHOR, "versions nommées");
        var id = place.upload("note.txt", bytes("un"));
        var said = AUTHOR.put(
                "/documents/" + id + "/versions/1", "{\"label\": \"Vue par le comité\", \"reason\": \"Séance\"}");
        assertEquals(204, said.status(), said::toString);
        var version = AUTHOR.get("/documents/" + id + "/versions").json().path(0);
        assertEquals("Vue par le comité", version.path("label").asText());
        var long_ = AUTHOR.put("/documents/" + id + "/versions/1", "{\"label\": \"" + "x".repeat(101) + "\"}");
        assertEquals(422, long_.status(), long_::toString);
    }

    @Test
    void theSameBytesAreToldOfToThoseWhoMayReadThemOnly() {
        var place = Place.make(AUTHOR, "octets connus");
        var text = "Un contenu " + Place.word();
        var id = place.upload("original.txt", bytes(text));
        var other = Place.make(AUTHOR, "octets connus ailleurs");
        var asked = "{\"files\": [{\"name\": \"copie.txt\", \"sha256\": \"" + Samples.sha256(bytes(text)) + "\"}]}";
        var told =
                AUTHOR.post("/dossiers/" + other.dossier() + "/arrivals", asked).json();
        assertEquals(id, told.path(0).path("sameBytes").path(0).path("id").asText());
        assertTrue(told.path(0).path("sameName").isMissingNode());
        var foreign = Caller.as("hdf-presidence").in(Product.HDF);
        var theirs = Place.make(foreign, "octets étrangers");
        var nothing = foreign.post("/dossiers/" + theirs.dossier() + "/arrivals", asked)
                .json();
        assertEquals(0, nothing.path(0).path("sameBytes").size());
        assertEquals(
                403,
                READER.post("/dossiers/" + other.dossier() + "/arrivals", asked).status());
    }

    @Test
    void theSameBytesInARestrictedWorkspaceAreNotToldOf() {
        var text = "Un secret " + Place.word();
        var hidden = AUTHOR.post(
                        "/workspaces",
                        "{\"code\": \"R" + Place.word().substring(0, 9).toUpperCase(java.util.Locale.ROOT)
                                + "\", \"name\": \"Espace restreint d’essai\", \"restricted\": true}")
                .created();
        var dossier = AUTHOR.post("/workspaces/" + hidden + "/dossiers", "{\"name\": \"Réservé\"}")
                .created();
        AUTHOR.upload(dossier, "secret.txt", bytes(text)).created();
        var open = Place.make(AUTHOR, "octets réservés");
        var asked = "{\"files\": [{\"name\": \"copie.txt\", \"sha256\": \"" + Samples.sha256(bytes(text)) + "\"}]}";
        var pilot = Caller.as("chef-projet");
        assertEquals(404, pilot.get("/dossiers/" + dossier + "/documents").status(), "the pilot may not read it");
        var told = pilot.post("/dossiers/" + open.dossier() + "/arrivals", asked);
        assertEquals(200, told.status(), told::toString);
        assertEquals(0, told.json().path(0).path("sameBytes").size());
    }

    private static Answer sent(Place place, String name, String same, String text) {
        return AUTHOR.send(
                "POST",
                "/dossiers/" + place.dossier() + "/documents?name=" + Caller.encoded(name) + "&onSameName=" + same,
                java.net.http.HttpRequest.BodyPublishers.ofString(text));
    }

    private static int documents(Place place) {
        return AUTHOR.get("/dossiers/" + place.dossier() + "/documents").json().size();
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
