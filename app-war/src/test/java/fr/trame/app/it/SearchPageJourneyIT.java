package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a page of results offers beside its hits: an order, a table to take away, things like one of them. */
class SearchPageJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static String word = "";

    @BeforeAll
    static void makeThingsToFind() {
        word = Place.word();
        var place = Place.make(AUTHOR, "tri");
        place.fiche("=Zone " + word);
        place.fiche("Atelier " + word);
        Product.waitUntil(
                "both are found", () -> AUTHOR.search(word).json().path("total").asInt() == 2);
    }

    @Test
    void theOrderChosenStandsInTheAddressAndStays() {
        var visitor = visitor().as("presidence");
        new PilotingIndexPage(visitor).frame().search(word);
        order(visitor, "titre").click();
        visitor.awaitPath("/t/[^/]+/search\\?q=" + word + "&sort=title");
        assertThat(order(visitor, "titre")).hasAttribute("aria-current", "true");
        assertThat(visitor.page().locator(".t-res h2").first()).containsText("Zone"); // the sign comes before letters
        visitor.page().locator(".t-kinds a").filter(has("Fiches")).click();
        visitor.awaitPath("/t/[^/]+/search\\?q=" + word + "&kind=FICHE&sort=title");
        visitor.page().reload();
        assertEquals(2, new SearchResultsPage(visitor).hits());
    }

    @Test
    void whatWasFoundIsTakenAwayAsATable() throws IOException {
        var visitor = visitor().as("presidence");
        new PilotingIndexPage(visitor).frame().search(word);
        var download = visitor.page()
                .waitForDownload(
                        () -> visitor.page().locator(".t-head__act a[download]").click());
        var text = Files.readString(download.path());
        assertEquals(3, text.lines().count(), text);
        assertTrue(text.startsWith("\uFEFFType;Référence;Titre;Espace"), text);
        assertTrue(text.contains("'=Zone " + word), text);
        assertTrue(text.contains("/t/" + Product.ARA + "/fiches/"), text);
    }

    @Test
    void aTableIsNobodysWhoIsNotAMember() {
        var visitor = visitor().as("hdf-presidence");
        assertEquals(404, visitor.goRefused("/t/" + Product.ARA + "/search/export?q=" + word));
        assertEquals(404, visitor.goRefused("/search-export?q=" + word));
        var own = visitor.page().request().get(Product.url("/t/" + Product.HDF + "/search/export?q=" + word));
        assertEquals(1, own.text().lines().count(), own.text());
        assertFalse(own.text().contains(word));
    }

    @Test
    void thingsLikeAHitAreOneStepAway() {
        var visitor = visitor().as("presidence");
        var results = new PilotingIndexPage(visitor).frame().search(word);
        results.hit("Atelier")
                .locator(".t-res__meta a")
                .filter(has("Semblables"))
                .click();
        visitor.awaitPath("/t/[^/]+/search\\?q=&like=.*");
        var like = new SearchResultsPage(visitor);
        assertThat(visitor.page().locator("h1")).containsText("semblable");
        assertThat(like.hit("=Zone " + word)).hasCount(1);
        visitor.goRefused("/t/" + Product.ARA + "/search?like=00000000-0000-7000-8000-00000000dead");
        assertEquals("Cette page est introuvable", new ErrorPage(visitor).title());
    }

    private static Locator order(Visitor visitor, String name) {
        return visitor.page().locator(".t-sort a").filter(has(name));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
