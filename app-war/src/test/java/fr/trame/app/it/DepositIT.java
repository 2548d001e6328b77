package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A link for people without an account: what it lets in, what it keeps out, and where what came stays. */
class DepositIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void whatComesIsKeptApartUntilAMemberAcceptsIt() {
        var place = Place.make(AUTHOR, "dépôt");
        var token = link(place, 5, 10_000);
        var word = Place.word();
        var outsider = new Outsider(Product.ARA, token);
        assertEquals(200, outsider.look().status());
        var left = outsider.leave("devis.txt", bytes("Le mot est " + word));
        assertEquals(204, left.status(), left::toString);
        assertEquals(
                0,
                AUTHOR.get("/dossiers/" + place.dossier() + "/documents").json().size());
        var waiting = AUTHOR.get("/dossiers/" + place.dossier() + "/deposits").json();
        assertEquals("devis.txt", waiting.path(0).path("name").asText());
        assertEquals("Atelier d’à côté", waiting.path(0).path("sender").asText());
        assertEquals(
                0,
                Caller.as("lecture")
                        .get("/dossiers/" + place.dossier() + "/deposits")
                        .json()
                        .size());
        var id = waiting.path(0).path("id").asText();
        var document = AUTHOR.post("/deposits/" + id + "/accept", "").created();
        place.indexed(document);
        assertArrayEquals(
                bytes("Le mot est " + word),
                AUTHOR.get("/documents/" + document + "/content").bytes());
        Product.waitUntil(
                "it is found now",
                () -> AUTHOR.search(word).json().path("total").asInt() == 1);
        assertEquals(404, AUTHOR.post("/deposits/" + id + "/accept", "").status());
        var actor = Rows.of(Product.ARA)
                .text("select actor from audit_entry where operation = 'DEPOSIT_RECEIVED' and subject = ?::uuid", id);
        assertTrue(actor.startsWith("deposit:"), actor);
    }

    @Test
    void whatIsRefusedNeverBecomesADocument() {
        var place = Place.make(AUTHOR, "dépôt refusé");
        var outsider = new Outsider(Product.ARA, link(place, 5, 10_000));
        assertEquals(204, outsider.leave("a.txt", bytes("un")).status());
        var id = AUTHOR.get("/dossiers/" + place.dossier() + "/deposits")
                .json()
                .path(0)
                .path("id")
                .asText();
        assertEquals(204, AUTHOR.post("/deposits/" + id + "/refuse", "").status());
        assertEquals(404, AUTHOR.post("/deposits/" + id + "/accept", "").status());
        assertEquals(
                0,
                AUTHOR.get("/dossiers/" + place.dossier() + "/deposits").json().size());
        assertEquals(
                "t",
                Rows.of(Product.ARA)
                        .text(
                                "select o.wanted_until <= now() and not o.linked from deposit d join stored_object o"
                                        + " on o.tenant_id = d.tenant_id and o.object_key = d.object_key where d.id = ?::uuid",
                                id),
                "its bytes wait for the sweep");
    }

    @Test
    void aQuotaIsNotOverrun() {
        var place = Place.make(AUTHOR, "dépôt limité");
        var outsider = new Outsider(Product.ARA, link(place, 2, 100));
        assertEquals(413, outsider.leave("a.txt", new byte[101]).status(), "larger than all of it");
        assertEquals(204, outsider.leave("a.txt", bytes("x".repeat(60))).status());
        var over = outsider.leave("b.txt", bytes("x".repeat(41)));
        assertEquals(413, over.status(), over::toString);
        assertEquals(204, outsider.leave("b.txt", bytes("x".repeat(40))).status());
        assertEquals(413, outsider.leave("c.txt", bytes("x")).status(), "two files are two files");
        var few = new Outsider(Product.ARA, link(place, 1, 1000));
        assertEquals(204, few.leave("a.txt", bytes("x")).status());
        assertEquals(413, few.leave("b.txt", bytes("x")).status(), "one file is one file");
    }

    @Test
    void aLinkThatIsRevokedEndedUnknownOrOfAnotherTenantIsNotFound() {
        var place = Place.make(AUTHOR, "dépôt clos");
        var token = link(place, 5, 1000);
        var outsider = new Outsider(Product.ARA, token);
        assertEquals(404, new Outsider(Product.HDF, token).look().status());
        assertEquals(
                404, new Outsider(Product.HDF, token).leave("a.txt", bytes("x")).status());
        assertEquals(404, new Outsider("atlantide", token).look().status());
        var unknown = new Outsider(Product.ARA, "A".repeat(43));
        assertEquals(404, unknown.look().status());
        assertEquals(404, unknown.leave("a.txt", bytes("x")).status());
        assertEquals(
                404,
                new Outsider(Product.ARA, token.substring(1))
                        .leave("a.txt", bytes("x"))
                        .status());
        var id = AUTHOR.get("/dossiers/" + place.dossier() + "/deposit-links")
                .json()
                .path(0)
                .path("id")
                .asText();
        assertEquals(
                204,
                AUTHOR.send("DELETE", "/deposit-links/" + id, BodyPublishers.noBody())
                        .status());
        assertEquals(404, outsider.look().status());
        assertEquals(404, outsider.leave("a.txt", bytes("x")).status());
        assertEquals(
                0,
                AUTHOR.get("/dossiers/" + place.dossier() + "/deposits").json().size());
    }

    @Test
    void theTokenIsInNoRowAndOpensNothingElse() {
        var place = Place.make(AUTHOR, "dépôt discret");
        var token = link(place, 5, 1000);
        assertEquals(
                "0",
                Rows.of(Product.ARA)
                        .text("select count(*)::text from deposit_link l where l::text like '%' || ? || '%'", token));
        var page = new Outsider(Product.ARA, token).look();
        assertFalse(page.text().contains(place.dossier()), "the page names no dossier");
        assertEquals("no-referrer", page.header("Referrer-Policy"));
        assertEquals("no-store", page.header("Cache-Control"));
    }

    @Test
    void whatIsNoFileThatIsTakenIsRefused() {
        var outsider = new Outsider(Product.ARA, link(Place.make(AUTHOR, "dépôt, types"), 5, 10_000));
        assertEquals(415, outsider.leave("virus.exe", bytes("MZ")).status());
        assertEquals(415, outsider.leave("faux.pdf", bytes("pas un pdf")).status());
        assertEquals(422, outsider.leave("../../a.txt", bytes("x")).status());
        assertEquals(422, outsider.leave("vide.txt", new byte[0]).status());
        assertEquals(422, outsider.leave(" ", "a.txt", bytes("x")).status());
    }

    @Test
    void aLinkHasAnEndAndALimit() {
        var place = Place.make(AUTHOR, "dépôt, bornes");
        assertEquals(422, opened(place, -1, 5, 1000).status());
        assertEquals(422, opened(place, 181, 5, 1000).status());
        assertEquals(422, opened(place, 5, 0, 1000).status());
        assertEquals(422, opened(place, 5, 1001, 1000).status());
        assertEquals(422, opened(place, 5, 5, 0).status());
        assertEquals(
                403,
                opened(new Place(Caller.as("lecture"), place.workspace(), place.dossier()), 5, 5, 10)
                        .status());
    }

    @Test
    void filesThatComeAtOnceDoNotPassTheQuota() {
        var place = Place.make(AUTHOR, "dernière place");
        var outsider = new Outsider(Product.ARA, link(place, 2, 10_000));
        var answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> outsider.leave("fichier-" + number + ".txt", bytes("n° " + number))
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertEquals(2, answers.stream().filter(status -> status == 204).count(), answers::toString);
        assertEquals(
                2,
                AUTHOR.get("/dossiers/" + place.dossier() + "/deposits").json().size());
    }

    private static String link(Place place, int files, long bytes) {
        var answer = opened(place, 7, files, bytes);
        assertEquals(201, answer.status(), answer::toString);
        return answer.json().path("token").asText();
    }

    private static Answer opened(Place place, int days, int files, long bytes) {
        return place.caller()
                .post(
                        "/dossiers/" + place.dossier() + "/deposit-links",
                        "{\"label\": \"Vos devis\", \"endsAt\": \"%s\", \"maxFiles\": %d, \"maxBytes\": %d}"
                                .formatted(OffsetDateTime.now(ZoneOffset.UTC).plusDays(days), files, bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
