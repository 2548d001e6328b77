package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** From the sign-in to a saved fiche without a mouse. */
class KeyboardJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void aFicheIsFoundOpenedChangedAndSavedWithKeysAlone() {
        var word = Place.word();
        var title = "Clavier " + word;
        var fiche = Place.make(AUTHOR, "clavier").fiche(title);
        Product.waitUntil(
                "the index knows the fiche",
                () -> AUTHOR.search(word).json().path("total").asInt() == 1);
        var visitor = visitor();
        var keys = new Keys(visitor);
        signIn(visitor, keys);
        search(visitor, keys, word);
        open(visitor, keys, title);
        change(visitor, keys);
        assertEquals(title + ", revue", new FicheViewPage(visitor).title());
        var stored = AUTHOR.get("/fiches/" + fiche).json();
        assertEquals("Au clavier.", stored.path("context").asText(), stored::toString);
    }

    private static void signIn(Visitor visitor, Keys keys) {
        visitor.go("/");
        var page = new SignInPage(visitor);
        keys.to(page.account()).type("presidence").press("Enter");
        keys.to(page.password()).type(Tokens.PASSWORD).press("Enter");
        new PilotingIndexPage(visitor);
    }

    private static void search(Visitor visitor, Keys keys, String word) {
        keys.press("Tab");
        assertThat(skip(visitor, "Aller au contenu")).isFocused();
        keys.to(skip(visitor, "Aller à la recherche")).press("Enter").press("Tab");
        assertThat(new ShellFrame(visitor).searchField()).isFocused();
        keys.type(word).press("Enter");
        assertEquals(1, new SearchResultsPage(visitor).answered().hits());
    }

    private static void open(Visitor visitor, Keys keys, String title) {
        skipToContent(visitor, keys);
        keys.to(new SearchResultsPage(visitor).hit(title).locator("h2 a")).press("Enter");
        assertEquals(title, new FicheViewPage(visitor).title());
    }

    private static void change(Visitor visitor, Keys keys) {
        skipToContent(visitor, keys);
        keys.to(new FicheViewPage(visitor).editButton()).press("Enter");
        var form = new FicheEditPage(visitor);
        skipToContent(visitor, keys);
        keys.to(form.field("title")).press("End").type(", revue");
        keys.to(form.field("context")).type("Au clavier.");
        keys.to(form.field("save")).press("Enter");
    }

    /** The key that sends a form sends the fiche, and does nothing to its rows. */
    @Test
    void enterInAFieldSavesAndNothingElse() {
        var fiche = Place.make(AUTHOR, "entrée").fiche("Une fiche avec une ligne");
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/fiches/" + fiche + "/edit");
        var form = new FicheEditPage(visitor)
                .addPartner("Fonderie, 180 salariés", "Partenaire")
                .addFunding("Région", "2027", "1000");
        form.field("title").press("Enter");
        var saved = new FicheViewPage(visitor);
        assertThat(visitor.main()).containsText("Fonderie, 180 salariés");
        assertEquals(1, AUTHOR.get("/fiches/" + fiche).json().path("funding").size(), saved::text);
    }

    private static void skipToContent(Visitor visitor, Keys keys) {
        keys.to(skip(visitor, "Aller au contenu")).press("Enter");
        assertThat(visitor.main()).isFocused();
    }

    private static Locator skip(Visitor visitor, String words) {
        return visitor.page().locator(".t-skips a").filter(new Locator.FilterOptions().setHasText(words));
    }
}
