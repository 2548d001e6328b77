package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The ways the journeys look at a page, tried on pages that are wrong on purpose: each must see it. */
class GuiltyPageIT extends Journey {

    @Test
    void axeSeesWhatIsWrongInOneThemeOnly() {
        var visitor = showing(
                "<style>:root { color-scheme: light dark }"
                        + " body { background: light-dark(#fff, #000); color: light-dark(#000, #fff) } p { color: #333 }</style><p>Noir.</p>");
        var found = Inspection.of(visitor.page());
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).contains("DARK: color-contrast"), found::toString);
    }

    @Test
    void keysAndWordsOfTheOtherLanguageAreSeen() {
        var visitor = showing(
                "<p>???fiche.none???</p><p>fiche.edit.save</p><p>a.key.of.nothing</p>"
                        + "<p title='Save the fiche'>Enregistrer</p><button>Sign in</button><p lang='en'>Cancel</p><p>Trame</p>");
        assertEquals(5, Wording.of(visitor.page()).size(), () -> Wording.of(visitor.page())
                .toString());
        visitor.page().locator("html").evaluate("html => html.lang = 'en'");
        visitor.page().locator("body").evaluate("body => body.innerHTML = '<h2>Se déconnecter</h2>'");
        assertEquals(List.of("said in the other language: Se déconnecter"), Wording.of(visitor.page()));
    }

    @Test
    void aPageThatScrollsSidewaysIsSeen() {
        var visitor = showing("<p class='wide' style='width: 1500px'>Large.</p>");
        assertTrue(ScreensIT.overflow(visitor.page()).contains("P.wide"), ScreensIT.overflow(visitor.page()));
    }

    @Test
    void aFocusThatIsNotDrawnOrIsHiddenIsSeen() {
        var visitor = showing("<button style='outline: none'>Un</button>"
                + "<button>Deux</button><div style='position: fixed; inset: 0; background: #fff'></div>");
        var keys = new Keys(visitor);
        assertTrue(keys.press("Tab").focus().contains("not drawn"), keys::focus);
        assertTrue(keys.press("Tab").focus().contains("hidden"), keys::focus);
    }

    @Test
    void whatTheBrowserComplainsOfIsHeldAgainstThePage() {
        var visitor = visitor();
        visitor.go("/favicon.ico");
        visitor.page().setContent("<script>document.title = 'run'</script>");
        visitor.page().evaluate("() => { setTimeout(() => { throw new Error('broken'); }); }");
        for (var complaint : List.of("status of 404", "Content Security Policy", "broken")) {
            Product.waitUntil(complaint, () -> {
                visitor.page().title(); // what the browser says is heard while it is asked something
                return visitor.complaints().toString().contains(complaint);
            });
        }
        visitor.complaints().clear();
    }

    private Visitor showing(String body) {
        var visitor = visitor();
        visitor.page()
                .setContent("<!DOCTYPE html><html lang='fr'><head><title>Coupable</title></head><body>"
                        + "<main><h1>Coupable</h1>" + body + "</main></body></html>");
        return visitor;
    }
}
