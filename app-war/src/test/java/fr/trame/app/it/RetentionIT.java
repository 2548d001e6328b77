package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long documents are kept and what holds them, by the REST door. */
class RetentionIT {

    private static final Caller ADMIN = Caller.as("admin-ara");
    private static final Caller AUTHOR = Caller.as("presidence");
    private static final String WHY = "{\"reason\": \"Contrôle de la chambre régionale\"}";
    private static final String DEVIS = "/retention/rules/DEVIS";

    @AfterEach
    void theRuleIsTheProductsAgain() {
        ADMIN.send("DELETE", DEVIS, BodyPublishers.noBody());
    }

    @Test
    void aRuleOfTheTenantGoesBeforeTheProducts() {
        var rule = rule("DEVIS");
        assertEquals(120, rule.path("months").asInt(), rule::toString);
        assertFalse(rule.path("own").asBoolean());
        var said = "{\"months\": 6, \"start\": \"DOCUMENT_RECEIVED\", \"sort\": \"KEEP\"}";
        assertEquals(403, AUTHOR.put(DEVIS, said).status(), "a president is no administrator");
        assertEquals(204, ADMIN.put(DEVIS, said).status());
        assertTrue(rule("DEVIS").path("own").asBoolean());
        assertEquals(422, ADMIN.put(DEVIS, said.replace("6", "0")).status());
        assertEquals(422, ADMIN.put(DEVIS, said.replace("6", "1201")).status());
        assertEquals(422, ADMIN.put(DEVIS, said.replace("KEEP", "BURN")).status());
        assertEquals(422, ADMIN.put("/retention/rules/POEME", said).status());
        assertEquals(204, ADMIN.send("DELETE", DEVIS, BodyPublishers.noBody()).status());
        assertEquals(120, rule("DEVIS").path("months").asInt());
    }

    @Test
    void aPeriodIsCountedFromWhatTheRuleSays() {
        var place = Place.make(AUTHOR, "conservation");
        var id = document(place, "devis.txt", "DEVIS");
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        assertTrue(retention(id).path("endsOn").isMissingNode(), "the dossier is open");
        var closing = "/dossiers/" + place.dossier() + "/closing";
        assertEquals(
                403, Caller.as("entreprise").put(closing, "{\"closed\": true}").status());
        assertEquals(204, AUTHOR.put(closing, "{\"closed\": true}").status());
        assertEquals(409, AUTHOR.put(closing, "{\"closed\": true}").status());
        assertEquals(
                today.plusMonths(120).toString(), retention(id).path("endsOn").asText());
        assertEquals(204, AUTHOR.put(closing, "{\"closed\": false}").status());
        assertTrue(retention(id).path("endsOn").isMissingNode());
        var kbis = document(place, "kbis.txt", "KBIS");
        assertTrue(retention(kbis).path("endsOn").isMissingNode(), "no date of validity");
        AUTHOR.put("/documents/" + kbis + "/classification", "{\"kind\": \"KBIS\", \"validUntil\": \"2020-02-29\"}");
        assertEquals("2021-02-28", retention(kbis).path("endsOn").asText());
    }

    @Test
    void whatIsHeldIsNotErased() {
        var place = Place.make(AUTHOR, "gel");
        var id = place.upload("a.txt", bytes("gelé"));
        var holds = "/documents/" + id + "/holds";
        assertEquals(422, ADMIN.post(holds, "{\"reason\": \" \"}").status());
        var hold = ADMIN.post(holds, WHY).created();
        var refused = AUTHOR.send("DELETE", "/documents/" + id, BodyPublishers.noBody());
        assertEquals(409, refused.status(), refused::toString);
        assertTrue(refused.text().contains("Contrôle de la chambre régionale"), refused::toString);
        assertEquals(200, AUTHOR.get("/documents/" + id).status());
        assertEquals(
                404,
                Caller.as("fimme-admin")
                        .in("fimme")
                        .post("/retention/holds/" + hold + "/lifting", WHY)
                        .status());
        assertEquals(404, Caller.as("fimme-admin").in("fimme").post(holds, WHY).status());
        assertEquals(
                204, ADMIN.post("/retention/holds/" + hold + "/lifting", WHY).status());
        assertEquals(
                404, ADMIN.post("/retention/holds/" + hold + "/lifting", WHY).status());
        assertEquals(0, AUTHOR.get(holds).json().size());
        assertEquals(
                204,
                AUTHOR.send("DELETE", "/documents/" + id, BodyPublishers.noBody())
                        .status());
        assertEquals(1, Rows.of(Product.ARA).number(audited("DOCUMENT_HELD"), id));
        assertEquals(1, Rows.of(Product.ARA).number(audited("DOCUMENT_HOLD_LIFTED"), id));
    }

    @Test
    void aDossierIsHeldWithAllItHasAndNothingLeavesIt() {
        var place = Place.make(AUTHOR, "dossier gelé");
        var other = Place.make(AUTHOR, "ailleurs");
        var id = place.upload("a.txt", bytes("un"));
        var hold = ADMIN.post("/dossiers/" + place.dossier() + "/holds", WHY).created();
        var late = place.upload("b.txt", bytes("venu après"));
        for (var each : new String[] {id, late}) {
            assertEquals(
                    409,
                    AUTHOR.send("DELETE", "/documents/" + each, BodyPublishers.noBody())
                            .status());
            assertEquals(1, AUTHOR.get("/documents/" + each + "/holds").json().size());
        }
        var moves = "/dossiers/" + other.dossier() + "/moves";
        assertEquals(
                409, AUTHOR.post(moves, "{\"documents\": [\"" + id + "\"]}").status());
        assertEquals(
                204, ADMIN.post("/retention/holds/" + hold + "/lifting", WHY).status());
        assertEquals(
                204, AUTHOR.post(moves, "{\"documents\": [\"" + id + "\"]}").status());
    }

    private static String document(Place place, String name, String kind) {
        var id = place.upload(name, bytes(name));
        assertEquals(
                204,
                AUTHOR.put("/documents/" + id + "/classification", "{\"kind\": \"" + kind + "\"}")
                        .status());
        return id;
    }

    private static JsonNode retention(String document) {
        return AUTHOR.get("/documents/" + document + "/retention").json();
    }

    private static JsonNode rule(String kind) {
        return StreamSupport.stream(AUTHOR.get("/document-kinds/rules").json().spliterator(), false)
                .filter(each -> each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static String audited(String operation) {
        return "select count(*) from audit_entry where operation = '" + operation + "' and subject = ?::uuid";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
