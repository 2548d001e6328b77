package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.WebSocketRoute;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people write the same fiche at once, each in a browser of their own. */
class LiveJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    private String fiche = "";

    @BeforeEach
    void writeAFiche() {
        fiche = Place.make(AUTHOR, "ensemble").fiche("Une fiche à quatre mains");
    }

    @Test
    void twoPeopleTypeIntoTheSameSectionAtOnce() {
        var first = open("presidence");
        var second = open("chef-projet");
        assertThat(first.people()).containsText("Chef de projet");
        first.stand("context").type("Contexte : ");
        assertThat(second.section("context")).containsText("Contexte : ");
        second.stand("context");
        for (var i = 0; i < 20; i++) {
            first.type("a");
            second.type("b");
        }
        first.awaitSaved();
        second.awaitSaved();
        Product.waitUntil(
                "both read the same",
                () -> letters(first).equals(letters(second)) && letters(first).length() == 40);
        assertThat(second.visitor().page().locator(".t-caret")).hasCount(1);
        var text = first.text("context");
        Product.waitUntil(
                "the fiche holds it",
                () -> text.equals(
                        AUTHOR.get("/fiches/" + fiche).json().path("context").asText()));
        second.visitor().page().reload();
        assertEquals(text, new LivePage(second.visitor()).text("context"));
        first.visitor().page().reload();
        assertEquals(text, new LivePage(first.visitor()).text("context"));
    }

    @Test
    void theKeyboardIsEnough() {
        var page = open("presidence");
        page.tool("heading").focus();
        page.press("End").press("ArrowLeft").press("Home").press("Tab");
        page.stand("objectives").type("Un titre");
        page.tool("heading").focus();
        page.press("Enter")
                .press("End")
                .press("Enter")
                .type("Du ")
                .press("Control+b")
                .type("gras");
        page.press("Control+b").press("Enter");
        page.tool("bullets").focus();
        page.press("Enter").type("un").press("Enter").type("deux");
        page.awaitSaved();
        var section = page.section("objectives");
        assertThat(section.locator("h3")).hasText("Un titre");
        assertThat(section.locator("strong")).hasText("gras");
        assertThat(section.locator("li")).hasCount(2);
        Product.waitUntil("the fiche holds it as lines", () -> AUTHOR.get("/fiches/" + fiche)
                .json()
                .path("objectives")
                .asText()
                .equals("Un titre\nDu gras\n- un\n- deux"));
    }

    @Test
    void whatIsWrittenOfflineIsKeptOverAReloadAndArrives() {
        var visitor = visitor().as("presidence");
        var line = new AtomicReference<WebSocketRoute>();
        var cut = new AtomicBoolean();
        visitor.page().routeWebSocket(Pattern.compile(".*/live"), route -> {
            if (cut.get()) {
                route.close();
            } else {
                line.set(route);
                route.connectToServer();
            }
        });
        var page = LivePage.open(visitor, Product.ARA, fiche);
        page.stand("description").type("En ligne. ");
        page.awaitSaved();
        cut.set(true);
        Objects.requireNonNull(line.get()).close();
        page.type("Hors ligne.");
        assertThat(page.state()).containsText("gardés dans ce navigateur");
        cut.set(false);
        visitor.page().reload();
        var again = new LivePage(page.visitor());
        assertTrue(again.text("description").contains("En ligne. Hors ligne."), again.text("description"));
        Product.waitUntil("the fiche holds it", () -> AUTHOR.get("/fiches/" + fiche)
                .json()
                .path("description")
                .asText()
                .equals("En ligne. Hors ligne."));
    }

    @Test
    void whoMayOnlyReadSeesItGrow() {
        var writer = open("presidence");
        var reader = open("lecture");
        assertThat(reader.state()).containsText("lecture seule");
        assertThat(reader.section("context")).hasAttribute("contenteditable", "false");
        assertThat(reader.tool("strong")).isHidden();
        writer.stand("context").type("Pour la lecture");
        assertThat(reader.section("context")).containsText("Pour la lecture");
    }

    private LivePage open(String account) {
        return LivePage.open(visitor().as(account), Product.ARA, fiche);
    }

    private static String letters(LivePage page) {
        return page.text("context").replaceAll("[^ab]", "");
    }
}
