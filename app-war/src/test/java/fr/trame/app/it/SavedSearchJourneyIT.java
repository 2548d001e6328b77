package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search that is kept, what is new in it told on the page and by mail, and never more than its owner may read. */
class SavedSearchJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller OWNER = Caller.as("lecture");
    private static final String SUBJECT = "00000000-0000-7000-8000-000000000005";
    /** The mail catcher is asked next to where it takes mail. */
    private static final int BESIDE = 5_000;

    private static String word = "";
    private static Place open = new Place(AUTHOR, "", "");
    private static Place closed = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeThingsToFind() {
        word = Place.word();
        open = Place.make(AUTHOR, "alertes");
        closed = Place.makeRestricted(AUTHOR, "alertes fermées");
        open.fiche("Déjà là " + word);
        Product.waitUntil(
                "it is found", () -> OWNER.search(word).json().path("total").asInt() == 1);
    }

    @Test
    void aReaderIsToldOfWhatIsNewAndReadableAndStopsIt() {
        var visitor = visitor().as("lecture");
        new PilotingIndexPage(visitor).frame().search(word);
        visitor.page().locator("details.t-save > summary").click();
        visitor.page().locator("#save-name").fill("Veille " + word);
        visitor.arrive("search/results, about to be saved");
        visitor.button("Enregistrer cette recherche").click();
        visitor.awaitPath("/t/[^/]+/searches\\?did=saved");
        visitor.arrive("search/saved");
        assertThat(row(visitor)).hasCount(1);
        assertThat(row(visitor).locator(".t-pill")).hasCount(0);

        var fresh = "Nouveau " + word;
        open.fiche(fresh);
        closed.fiche("Secret " + word);
        Product.waitUntil(
                "both are in the index",
                () -> AUTHOR.search(word).json().path("total").asInt() == 3);
        itIsTime();
        var mails = Product.waitFor("a mail", Product.PATIENCE, () -> {
            var own = mails();
            return own.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(own);
        });
        assertEquals(1, mails.size());
        var mail = mails.get(0);
        assertTrue(mail.path("mimeMessage").asText().contains("/t/" + Product.ARA + "/searches"), mail::toString);
        assertFalse(mail.toString().contains("Secret"), mail::toString);
        assertEquals(1, saved().path("fresh").asInt());

        visitor.go("/t/" + Product.ARA + "/");
        visitor.arrive("piloting, with saved searches");
        var tile = visitor.page()
                .locator("section[aria-labelledby=h-searches] li")
                .filter(new Locator.FilterOptions().setHasText(word));
        assertThat(tile).containsText("1 nouveau");
        tile.locator("a").click();
        assertThat(new SearchResultsPage(visitor).hit(fresh)).hasCount(1);
        assertEquals(0, saved().path("fresh").asInt(), "seen");

        visitor.go("/t/" + Product.ARA + "/searches");
        row(visitor).locator("button").first().click();
        visitor.awaitPath("/t/[^/]+/searches\\?did=stopped");
        open.fiche("Trop tard " + word);
        Product.waitUntil(
                "it is in the index",
                () -> OWNER.search(word).json().path("total").asInt() == 3);
        itIsTime();
        Product.waitUntil("the turn is over", () -> waiting() == 0);
        assertEquals(1, mails().size(), "no mail once it is stopped");
        row(visitor).locator("button").nth(1).click();
        visitor.awaitPath("/t/[^/]+/searches\\?did=removed");
        assertThat(row(visitor)).hasCount(0);
    }

    /** A row of another person's, or of another tenant's, is no row. */
    @Test
    void savedSearchesAreTheirOwnersOnly() {
        var visitor = visitor().as("chef-projet");
        new PilotingIndexPage(visitor).frame().search(word);
        visitor.page().locator("details.t-save > summary").click();
        visitor.page().locator("#save-name").fill("À moi " + word);
        visitor.button("Enregistrer cette recherche").click();
        visitor.awaitPath("/t/[^/]+/searches\\?did=saved");
        var id = row(visitor).locator("input[name=id]").first().inputValue();
        for (var account : List.of("presidence", "lecture")) {
            assertFalse(Caller.as(account).get("/saved-searches").text().contains(id), account);
            var other = visitor().as(account);
            other.expectRefusal("/t/" + Product.ARA + "/searches/remove");
            assertEquals(404, post(other, Product.ARA, id), account);
        }
        var stranger = visitor().as("hdf-presidence");
        stranger.expectRefusal("/t/");
        assertEquals(404, post(stranger, Product.ARA, id));
        assertEquals(404, post(stranger, Product.HDF, id));
        assertTrue(Caller.as("chef-projet").get("/saved-searches").text().contains(id));
        row(visitor).locator("button").nth(1).click();
        visitor.awaitPath("/t/[^/]+/searches\\?did=removed");
    }

    private static int post(Visitor visitor, String tenant, String id) {
        return visitor.context()
                .request()
                .post(
                        Product.url("/t/" + tenant + "/searches/remove"),
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("id", id)))
                .status();
    }

    private static Locator row(Visitor visitor) {
        return visitor.page().locator(".t-saved li").filter(new Locator.FilterOptions().setHasText(word));
    }

    private static JsonNode saved() {
        return OWNER.get("/saved-searches").json().path(0);
    }

    /** Not in an hour, but now. */
    private static void itIsTime() {
        var rows = Rows.of(Product.ARA);
        rows.text("update saved_search set looked_at = null where subject = ? returning id", SUBJECT);
        rows.text(
                "update outbox set available_at = now() where type = 'ALERT' and aggregate_id in"
                        + " (select id from saved_search where subject = ?) returning id",
                SUBJECT);
    }

    private static long waiting() {
        return Rows.of(Product.ARA)
                .number(
                        "select count(*) from outbox where type = 'ALERT' and available_at <= now() + interval '2 minutes'"
                                + " and aggregate_id in (select id from saved_search where subject = ?)",
                        SUBJECT);
    }

    private static List<JsonNode> mails() {
        var catcher = Integer.parseInt(Product.variable("TRAME_SMTP_PORT")) + BESIDE;
        var answer = Product.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + catcher + "/api/user/lecture@demo.trame.test/messages/")));
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(mail -> mail.path("subject").asText().contains(word))
                .toList();
    }
}
