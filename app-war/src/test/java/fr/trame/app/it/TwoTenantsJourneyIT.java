package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one tenant holds, looked for by people of others, by all the ways a page offers. */
class TwoTenantsJourneyIT extends Journey {

    private static final String NOT_THERE = "Cette page est introuvable";
    private static final Caller AUTHOR = Caller.as("presidence");

    private static String word = "";
    private static List<String> pages = List.of();
    private static String place = "";

    @BeforeAll
    static void hideSomething() {
        word = Place.word();
        var made = Place.make(AUTHOR, "cloison " + word);
        var fiche = made.fiche("Une fiche de la région, " + word);
        var file = made.upload(word + ".pdf", Samples.pdf("Page un.", "Le secret est " + word + "."));
        made.indexed(file);
        Product.waitUntil(
                "the author finds document and fiche",
                () -> AUTHOR.search(word).json().path("total").asInt() >= 2);
        place = made.workspace();
        pages = List.of(
                "/w/" + place,
                "/w/" + place + "/dossiers",
                "/w/" + place + "/fiches/new",
                "/fiches/" + fiche,
                "/fiches/" + fiche + "/edit",
                "/documents/" + file,
                "/dossiers/" + made.dossier(),
                "/files/" + file,
                "/files/" + file + "/preview/1");
    }

    /** Without it the others would prove nothing: an address that is wrong is not found by anybody. */
    @Test
    void thoseItBelongsToOpenEachOfThesePages() {
        var visitor = visitor().as("presidence");
        for (var page : pages.subList(0, pages.size() - 2)) {
            assertEquals(200, visitor.go("/t/" + Product.ARA + page), page);
        }
        assertThat(visitor.main().getByText(word + ".pdf")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"hdf-presidence, hauts-de-france", "fimme-direction, fimme"})
    void peopleOfAnotherTenantAreToldThatThereIsNoSuchPage(String account, String own) {
        var visitor = visitor().as(account);
        var foreign = Stream.concat(Stream.of("", "/", "/search?q=" + word), pages.stream())
                .map(page -> "/t/" + Product.ARA + page);
        Stream.concat(foreign, pages.stream().map(page -> "/t/" + own + page)).forEach(address -> {
            assertEquals(404, visitor.goRefused(address), address);
            assertEquals(NOT_THERE, new ErrorPage(visitor).title(), address);
            assertFalse(visitor.page().content().contains(word), address);
        });
        visitor.main().getByText("Revenir à l’accueil").click();
        new PilotingIndexPage(visitor);
    }

    @ParameterizedTest
    @CsvSource({"hdf-presidence", "fimme-direction"})
    void peopleOfAnotherTenantFindNothingAndAreToldOfNothing(String account) {
        var visitor = visitor().as(account);
        var frame = new PilotingIndexPage(visitor).frame();
        assertThat(visitor.page().locator("#navigation a[href*='" + place + "']"))
                .hasCount(0);
        for (var words : List.of(word, word.substring(0, 12) + "*", word.substring(0, 30) + "z")) {
            nothing(frame.search(words));
        }
        visitor.go(visitor.path() + "&workspace=" + place);
        nothing(new SearchResultsPage(visitor).answered());
        assertThat(visitor.page().locator("body")).not().containsText("cloison");
    }

    private static void nothing(SearchResultsPage results) {
        var page = results.visitor().page();
        assertThat(page.locator("h1")).containsText("Aucun résultat");
        assertEquals(0, results.hits());
        assertThat(page.locator(".t-facets a.t-check")).hasCount(0);
        assertThat(page.locator(".t-smain .t-head__txt p")).hasCount(0); // a word that may have been meant
        for (var count : page.locator(".t-kinds .t-pill").allInnerTexts()) {
            assertEquals("0", count);
        }
    }
}
