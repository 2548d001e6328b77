package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Folders inside a dossier, what documents are, and the pieces a dossier must hold, by the REST door. */
class PiecesIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void aNameStandsOnceInEachFolderAndTheArchiveKeepsThem() throws IOException {
        var place = Place.make(AUTHOR, "sous-dossiers");
        assertEquals(201, sent(place, "", "plan.txt").status());
        assertEquals(201, sent(place, "Annexes/2026", "plan.txt").status());
        assertEquals(409, sent(place, "Annexes/2026", "Plan.txt").status());
        assertEquals(201, sent(place, "/Annexes//2026/", "autre.txt").status(), "strokes too many mean nothing");
        assertEquals(422, sent(place, "../ailleurs", "plan.txt").status());
        assertEquals(422, sent(place, "a/b/c/d/e/f/g/h/i/j/k", "plan.txt").status());
        place.scanned();
        var names = new TreeSet<String>();
        var archive = AUTHOR.get("/dossiers/" + place.dossier() + "/archive").bytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals("[Annexes/2026/autre.txt, Annexes/2026/plan.txt, SHA256SUMS.txt, plan.txt]", names.toString());
    }

    @Test
    void aRequiredPieceIsMissingThenPresentThenExpired() {
        var place = Place.make(AUTHOR, "pièces");
        var pieces = "/dossiers/" + place.dossier() + "/pieces";
        assertEquals(204, AUTHOR.put(pieces, "{\"kinds\": [\"KBIS\", \"RIB\"]}").status());
        assertEquals(422, AUTHOR.put(pieces, "{\"kinds\": [\"POEME\"]}").status());
        assertEquals("MISSING", state(pieces, "KBIS"));
        var id = place.upload("kbis.txt", "k".getBytes(StandardCharsets.UTF_8));
        var until = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        assertEquals(204, classified(id, until).status());
        assertEquals("PRESENT", state(pieces, "KBIS"));
        assertEquals("MISSING", state(pieces, "RIB"));
        assertEquals(
                204, classified(id, LocalDate.now(ZoneOffset.UTC).minusDays(2)).status());
        assertEquals("EXPIRED", state(pieces, "KBIS"));
        AUTHOR.send("DELETE", "/documents/" + id, BodyPublishers.noBody());
        assertEquals("MISSING", state(pieces, "KBIS"), "what lies in the trash is not there");
    }

    @Test
    void aDocumentIsClassifiedAndTagged() {
        var place = Place.make(AUTHOR, "étiquettes");
        var id = place.upload("a.txt", "a".getBytes(StandardCharsets.UTF_8));
        assertEquals(204, classified(id, LocalDate.of(2030, 1, 31)).status());
        var document = AUTHOR.get("/documents/" + id).json();
        assertEquals("KBIS", document.path("kind").asText());
        assertEquals("2030-01-31", document.path("validUntil").asText());
        assertEquals(
                "[\"comité\",\"urgent\"]",
                AUTHOR.get("/documents/" + id + "/tags").text());
        var path = "/documents/" + id + "/classification";
        assertEquals(422, AUTHOR.put(path, "{\"validUntil\": \"demain\"}").status());
        assertEquals(
                422,
                AUTHOR.put(path, "{\"tags\": [\"" + "x".repeat(51) + "\"]}").status());
        assertEquals(204, AUTHOR.put(path, "{}").status());
        assertTrue(AUTHOR.get("/documents/" + id).json().path("kind").isMissingNode());
    }

    private static Answer classified(String id, LocalDate until) {
        return AUTHOR.put(
                "/documents/" + id + "/classification",
                "{\"kind\": \"KBIS\", \"validUntil\": \"" + until
                        + "\", \"tags\": [\"urgent\", \"comité\", \"urgent\"]}");
    }

    private static String state(String pieces, String kind) {
        for (var piece : AUTHOR.get(pieces).json()) {
            if (piece.path("kind").asText().equals(kind)) {
                return piece.path("state").asText();
            }
        }
        return "";
    }

    private static Answer sent(Place place, String folder, String name) {
        return AUTHOR.send(
                "POST",
                "/dossiers/" + place.dossier() + "/documents?name=" + name + "&folder=" + Caller.encoded(folder),
                BodyPublishers.ofString(folder + name));
    }
}
