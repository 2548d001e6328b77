package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of what is over is proposed, agreed to and carried out, by the REST door. */
class EliminationIT {

    private static final Caller ADMIN = Caller.as("admin-ara");
    private static final Caller AUTHOR = Caller.as("presidence");
    private static final String LISTS = "/retention/eliminations";
    private static final String RULE = "/retention/rules/LETTRE_ENGAGEMENT";
    private static final Rows ROWS = Rows.of(Product.ARA);

    @BeforeEach
    void letters() {
        Eliminated.quiet();
        var said = "{\"months\": 12, \"start\": \"DOCUMENT_RECEIVED\", \"sort\": \"DESTROY\"}";
        assertEquals(204, ADMIN.put(RULE, said).status());
    }

    @AfterEach
    void theRuleIsTheProductsAgain() {
        Eliminated.quiet();
        ADMIN.send("DELETE", RULE, BodyPublishers.noBody());
    }

    @Test
    void whatIsOverIsDestroyedWithATombstoneAndWhatIsHeldStays() {
        var place = Place.make(AUTHOR, "élimination");
        var word = Place.word();
        var gone = old(place, "lettre.txt", "Le mot est " + word);
        var kept = old(place, "lettre gardée.txt", "gardée");
        var held = old(place, "lettre gelée.txt", "gelée");
        var late = old(place, "lettre retouchée.txt", "retouchée");
        place.indexed(gone);
        var key = ROWS.text("select object_key from document where id::text = ?", gone);
        var digest = ROWS.text("select sha256 from document where id::text = ?", gone);
        assertEquals(403, AUTHOR.post(LISTS, "").status());
        var list = ADMIN.post(LISTS, "").created();
        assertEquals(409, ADMIN.post(LISTS, "").status(), "one at a time");
        var address = LISTS + "/" + list;
        assertTrue(outcomes(list).containsAll(List.of(gone + " -", kept + " -", held + " -", late + " -")));
        ADMIN.post("/documents/" + held + "/holds", "{\"reason\": \"Contentieux\"}")
                .created();
        AUTHOR.send(
                        "POST",
                        "/dossiers/" + place.dossier() + "/documents?onSameName=version&name="
                                + Caller.encoded("lettre retouchée.txt"),
                        BodyPublishers.ofString("autre"))
                .created();
        var keep = "{\"documents\": [\"" + kept + "\"], \"decision\": \"KEEP\"}";
        assertEquals(204, ADMIN.put(address + "/decisions", keep).status());
        assertEquals(
                409, ADMIN.post(address + "/execution", "{\"destroys\": 0}").status(), "nobody agreed");
        var ours = "{\"documents\": [\"%s\", \"%s\", \"%s\", \"%s\"]}".formatted(gone, kept, held, late);
        assertEquals(204, ADMIN.post(address + "/visas", ours).status());
        assertEquals(
                422, ADMIN.post(address + "/execution", "{\"destroys\": 2}").status());
        assertEquals(422, ADMIN.post(address + "/execution", "{}").status(), "without the number nothing goes");
        assertEquals(
                202, ADMIN.post(address + "/execution", "{\"destroys\": 3}").status());
        done(list);
        assertTrue(
                outcomes(list)
                        .containsAll(List.of(gone + " DESTROYED", kept + " KEPT", held + " HELD", late + " CHANGED")),
                () -> outcomes(list).toString());
        assertEquals(404, AUTHOR.get("/documents/" + gone).status());
        assertEquals(200, AUTHOR.get("/documents/" + held).status());
        assertEquals(200, AUTHOR.get("/documents/" + late).status());
        assertEquals(0, AUTHOR.search(word).json().path("total").asInt());
        assertEquals(0, ROWS.number("select count(*) from document where id::text = ?", gone));
        assertEquals(0, ROWS.number("select count(*) from stored_object where object_key = ?", key));
        assertEquals(digest, ROWS.text("select sha256 from tombstone where document_id::text = ?", gone));
        var certificate = ADMIN.get(address + "/certificate");
        assertEquals(200, certificate.status());
        assertTrue(certificate.text().contains(digest), certificate::text);
        assertEquals(409, ADMIN.post(address + "/visas", "{}").status(), "it is over");
        assertEquals(404, Caller.as("fimme-admin").in("fimme").get(address).status());
    }

    @Test
    void whatIsToBeLookedAtWaitsForADecision() {
        var said = "{\"months\": 12, \"start\": \"DOCUMENT_RECEIVED\", \"sort\": \"SORT\"}";
        assertEquals(204, ADMIN.put(RULE, said).status());
        var place = Place.make(AUTHOR, "tri");
        var id = old(place, "à trier.txt", "trier");
        var list = ADMIN.post(LISTS, "").created();
        var one = "{\"documents\": [\"" + id + "\"]}";
        assertEquals(409, ADMIN.post(LISTS + "/" + list + "/visas", one).status());
        assertEquals(
                204,
                ADMIN.send("DELETE", LISTS + "/" + list, BodyPublishers.noBody())
                        .status());
        assertEquals(200, AUTHOR.get("/documents/" + id).status());
        assertEquals(404, ADMIN.get(LISTS + "/" + UUID.randomUUID()).status());
    }

    private static List<String> outcomes(String list) {
        return StreamSupport.stream(
                        ADMIN.get(LISTS + "/" + list).json().path("lines").spliterator(), false)
                .map(line -> line.path("document").asText() + " "
                        + line.path("outcome").asText("-"))
                .collect(Collectors.toList());
    }

    private static JsonNode done(String list) {
        return Product.waitFor("list " + list + " is carried out", Product.PATIENCE, () -> {
            var json = ADMIN.get(LISTS + "/" + list).json();
            return json.path("state").asText().equals("DONE") ? Optional.of(json) : Optional.empty();
        });
    }

    private static String old(Place place, String name, String text) {
        return Eliminated.old(place, name, text.getBytes(StandardCharsets.UTF_8));
    }
}
