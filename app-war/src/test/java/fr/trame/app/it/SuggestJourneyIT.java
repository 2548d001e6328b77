package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search box while somebody types in it: by keys, by mouse, on a phone, and what it must not tell. */
class SuggestJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static String word = "";
    private static String title = "";
    private static String fiche = "";

    @BeforeAll
    static void makeSomethingToSuggest() {
        word = Place.word();
        title = "Filière " + word;
        var place = Place.make(AUTHOR, "suggestions");
        fiche = place.fiche(title);
        place.upload(word + "_compte-rendu.pdf", Samples.pdf("Sans rapport."));
        Product.waitUntil(
                "fiche and file are suggested",
                () -> AUTHOR.get("/suggestions?q=" + word.substring(0, 9))
                                .json()
                                .path("things")
                                .size()
                        == 2);
    }

    @Test
    void aFicheIsReachedByTheBeginningOfItsTitleWithKeysAlone() {
        var visitor = visitor().as("presidence");
        var field = new ShellFrame(visitor).searchField();
        visitor.page().keyboard().press("/");
        assertThat(field).isFocused();
        visitor.page().keyboard().type(word.substring(0, 9));
        var first = options(visitor).first();
        assertThat(first).containsText(title);
        assertThat(first.locator("mark")).hasText(word.substring(0, 9));
        assertThat(field).hasAttribute("aria-expanded", "true");
        assertThat(visitor.page().locator("#q-search [role=status]")).containsText("2 suggestions");
        visitor.arrive("piloting, with suggestions");
        visitor.page().keyboard().press("ArrowDown");
        assertEquals(first.getAttribute("id"), field.getAttribute("aria-activedescendant"));
        assertThat(first).hasAttribute("aria-selected", "true");
        visitor.page().keyboard().press("Enter");
        assertEquals(title, new FicheViewPage(visitor).title());
        visitor.awaitPath("/t/[^/]+/fiches/" + fiche);
    }

    @Test
    void escapeClosesAndEnterSearchesForWhatIsTyped() {
        var visitor = visitor().as("presidence");
        var field = new ShellFrame(visitor).searchField();
        field.fill(word);
        assertThat(options(visitor)).hasCount(2);
        field.press("Escape");
        assertThat(options(visitor).first()).isHidden();
        assertThat(field).hasAttribute("aria-expanded", "false");
        assertThat(field).hasValue(word);
        field.press("Enter");
        assertEquals(2, new SearchResultsPage(visitor).answered().hits());
    }

    @Test
    void whatWasSearchedForIsOfferedAgainUntilItIsForgotten() {
        var visitor = visitor().as("chef-projet");
        var frame = new ShellFrame(visitor);
        frame.search("action");
        visitor.go("/t/" + Product.ARA + "/");
        frame.searchField().click();
        assertThat(options(visitor).filter(has("action"))).hasCount(1);
        options(visitor).filter(has("action")).click();
        visitor.awaitPath("/t/[^/]+/search\\?q=action");
        var other = visitor().as("presidence");
        new ShellFrame(other).searchField().fill("action");
        other.page().waitForResponse(each -> each.url().contains("/suggest?q=actio"), () -> new ShellFrame(other)
                .searchField()
                .press("Backspace"));
        assertThat(options(other).filter(has("récentes"))).hasCount(0);
        visitor.go("/t/" + Product.ARA + "/");
        frame.searchField().click();
        visitor.button("Oublier mes recherches").click();
        assertThat(visitor.page().locator("#q-search [role=status]")).containsText("oubliées");
        assertEquals(
                "0",
                Rows.of(Product.ARA)
                        .text("select count(*) from recent_search r join member m on m.subject = r.subject"
                                + " where m.email like 'chef-projet%' and r.words = 'action'"));
    }

    @Test
    void onAPhoneTheBoxOfTheSearchPageSuggestsToo() {
        var visitor = visitor().as("presidence");
        visitor.page().setViewportSize(390, 844);
        visitor.go("/t/" + Product.ARA + "/search");
        visitor.page().locator("#words").fill(word.substring(0, 9));
        var options = visitor.page().locator("#words-list [role=option]");
        assertThat(options).hasCount(2);
        visitor.arrive("search/results, with suggestions on a phone");
        assertEquals(
                true,
                visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
                "no scroll");
        options.first().click();
        assertEquals(title, new FicheViewPage(visitor).title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdf-presidence", "fimme-direction"})
    void peopleOfAnotherTenantAreSuggestedNothingOfIt(String account) {
        var own = account.startsWith("hdf") ? Product.HDF : "fimme";
        for (var typed : List.of(word, word.substring(0, 9), "Filière " + word.substring(0, 5))) {
            var answer = Caller.as(account).in(own).get("/suggestions?q=" + Caller.encoded(typed));
            assertEquals(0, answer.json().path("things").size(), answer::toString);
        }
        assertEquals(404, Caller.as(account).get("/suggestions?q=" + word).status());
        var visitor = visitor().as(account);
        assertEquals(404, visitor.goRefused("/t/" + Product.ARA + "/suggest?q=" + word));
        assertEquals(404, visitor.goRefused("/suggest?q=" + word));
    }

    private static Locator options(Visitor visitor) {
        return visitor.page().locator("#q-list [role=option]");
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
