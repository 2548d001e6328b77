package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A dossier kept in order by the REST door: taken along whole, thrown away and taken back, moved and renamed. */
class OrderIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller CO_AUTHOR = Caller.as("entreprise");

    @Test
    void aDossierIsTakenAlongWithTheDigestOfEachFile() throws IOException {
        var place = Place.make(AUTHOR, "archive");
        var accents = "Délibération n°12 – été.txt";
        place.upload(accents, bytes("délibéré"));
        place.upload("b.txt", bytes("deux"));
        var before = Rows.of(Product.ARA).number(audited("DOSSIER_TAKEN_ALONG"), place.dossier());
        var answer = AUTHOR.get("/dossiers/" + place.dossier() + "/archive");
        assertEquals(200, answer.status(), answer::toString);
        var files = unzipped(answer.bytes());
        assertEquals(3, files.size(), files.keySet()::toString);
        assertArrayEquals(bytes("délibéré"), files.get(accents));
        var sums = new String(files.get("SHA256SUMS.txt"), StandardCharsets.UTF_8);
        assertTrue(sums.contains(Samples.sha256(bytes("deux")) + "  b.txt"), sums);
        assertTrue(sums.contains(Samples.sha256(bytes("délibéré")) + "  " + accents), sums);
        assertEquals(before + 1, Rows.of(Product.ARA).number(audited("DOSSIER_TAKEN_ALONG"), place.dossier()));
    }

    @Test
    void whatIsThrownAwayIsGoneAtOnceAndComesBack() {
        var place = Place.make(AUTHOR, "corbeille");
        var word = Place.word();
        var id = place.upload("note.txt", bytes("Le mot est " + word));
        place.indexed(id);
        Product.waitUntil("it is found", () -> total(word) == 1);
        assertEquals(204, delete(AUTHOR, id).status());
        assertEquals(0, total(word), "search leaves it out at once");
        assertEquals(404, AUTHOR.get("/documents/" + id).status());
        assertEquals(404, AUTHOR.get("/documents/" + id + "/content").status());
        assertEquals(404, AUTHOR.get("/documents/" + id + "/versions/1/content").status());
        assertEquals(
                0,
                AUTHOR.get("/dossiers/" + place.dossier() + "/documents").json().size());
        var trash = AUTHOR.get("/dossiers/" + place.dossier() + "/trash").json();
        assertEquals(id, trash.path(0).path("id").asText());
        assertEquals(
                0,
                Caller.as("lecture")
                        .get("/dossiers/" + place.dossier() + "/trash")
                        .json()
                        .size());
        place.upload("note.txt", bytes("une autre"));
        assertEquals(204, takeBack(AUTHOR, id).status());
        place.indexed(id);
        assertEquals(
                "note (2).txt",
                AUTHOR.get("/documents/" + id).json().path("name").asText());
        Product.waitUntil("it is found again", () -> total(word) == 1);
        assertEquals(404, takeBack(AUTHOR, id).status());
    }

    @Test
    void aCoAuthorThrowsAwayWhatIsTheirsOnly() {
        var place = Place.make(AUTHOR, "corbeille des autres");
        var theirs = place.upload("a.txt", bytes("d’un autre"));
        var refused = delete(CO_AUTHOR, theirs);
        assertEquals(403, refused.status(), refused::toString);
        var own = CO_AUTHOR.upload(place.dossier(), "b.txt", bytes("à moi")).created();
        assertEquals(204, delete(CO_AUTHOR, own).status());
        assertEquals(204, takeBack(CO_AUTHOR, own).status());
        AUTHOR.send(
                        "POST",
                        "/dossiers/" + place.dossier() + "/documents?name=b.txt&onSameName=version",
                        BodyPublishers.ofString("retouché"))
                .created();
        assertEquals(403, delete(CO_AUTHOR, own).status(), "somebody else’s version is in it now");
        assertEquals(204, delete(Caller.as("chef-projet"), own).status(), "a pilot may");
    }

    @Test
    void documentsAreMovedAndRenamed() {
        var place = Place.make(AUTHOR, "départ");
        var other = Place.make(AUTHOR, "arrivée");
        var id = place.upload("note.txt", bytes("un"));
        other.upload("NOTE.txt", bytes("deux"));
        var moved = AUTHOR.post("/dossiers/" + other.dossier() + "/moves", "{\"documents\": [\"" + id + "\"]}");
        assertEquals(204, moved.status(), moved::toString);
        var now = AUTHOR.get("/documents/" + id).json();
        assertEquals(other.dossier(), now.path("dossierId").asText());
        assertEquals("note (2).txt", now.path("name").asText());
        var foreign = CO_AUTHOR.post("/dossiers/" + place.dossier() + "/moves", "{\"documents\": [\"" + id + "\"]}");
        assertEquals(403, foreign.status(), "out of a workspace goes what is one’s own only");
        assertEquals(422, rename(id, "note.pdf").status());
        assertEquals(422, rename(id, "a/b.txt").status());
        assertEquals(409, rename(id, "note.TXT").status());
        assertEquals(204, rename(id, "Compte rendu.txt").status());
        assertEquals(
                "Compte rendu.txt",
                AUTHOR.get("/documents/" + id).json().path("name").asText());
        assertFalse(
                AUTHOR.get("/dossiers/" + place.dossier() + "/documents").text().contains(id));
    }

    private static Answer rename(String id, String name) {
        return AUTHOR.put("/documents/" + id + "/name", "{\"name\": \"" + name + "\"}");
    }

    private static Answer delete(Caller caller, String id) {
        return caller.send("DELETE", "/documents/" + id, BodyPublishers.noBody());
    }

    private static Answer takeBack(Caller caller, String id) {
        return caller.post("/documents/" + id + "/take-back", "{}");
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt() == 0
                ? 0
                : AUTHOR.search(word).json().path("hits").size();
    }

    private static String audited(String operation) {
        return "select count(*) from audit_entry where operation = '" + operation + "' and subject = ?::uuid";
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
