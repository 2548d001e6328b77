package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Each screen on a desk, a tablet, a phone and the narrowest that counts, in the light and in the dark: nothing is cut
 * off, and each says what it is. With {@code -Dscreens.out=DIR} pictures of them are kept there.
 */
class ScreensIT extends Journey {

    private static final List<Integer> WIDTHS = List.of(1440, 768, 390, 320);
    private static final Set<Integer> PICTURED = Set.of(1440, 390);
    private static final Optional<Path> OUT =
            Optional.ofNullable(System.getProperty("screens.out")).map(Path::of);

    /** Elements that reach over the edge and may be why the page scrolls sideways. */
    private static final String OVERFLOW =
            """
            () => {
                const root = document.scrollingElement;
                const over = root.scrollWidth - root.clientWidth;
                const wide = Array.from(document.querySelectorAll("body *"))
                    .filter((each) => each.getBoundingClientRect().right > root.clientWidth + 0.5)
                    .map((each) => `${each.tagName}.${each.className}`).slice(-4);
                return over > 0 ? `${over} px too wide: ${wide.join(", ")}` : "";
            }""";

    private final Set<String> titles = new HashSet<>();

    @Test
    void thoseBeforeATenant() {
        var visitor = visitor();
        visitor.go("/");
        new SignInPage(visitor);
        look(visitor, "connexion");
        visitor.as("etat");
        new ChoosePage(visitor);
        look(visitor, "choix");
    }

    @Test
    void thoseOfATenant() {
        var visitor = visitor().as("presidence");
        var frame = new PilotingIndexPage(visitor).frame();
        look(visitor, "pilotage");
        var fiches = frame.openWorkspace("Roannais");
        look(visitor, "fiches");
        fiches.write();
        look(visitor, "nouvelle");
        visitor.page().goBack();
        fiches.row("École de production").locator("a.t-title").click();
        new FicheViewPage(visitor);
        look(visitor, "fiche");
        visitor.page().goBack();
        fiches.dossiers();
        look(visitor, "dossiers");
        visitor.main().getByText("Contrat de projet du Roannais").first().click();
        new DossierViewPage(visitor);
        look(visitor, "dossier");
        frame.search("formation").once("there is something to see", page -> page.hits() > 5);
        look(visitor, "recherche");
        assertEquals(404, visitor.goRefused("/t/" + Product.ARA + "/nulle-part"));
        new ErrorPage(visitor);
        look(visitor, "erreur");
    }

    private void look(Visitor visitor, String name) {
        var page = visitor.page();
        says(visitor, name);
        for (var width : WIDTHS) {
            page.setViewportSize(width, width == Visitor.WIDE ? Visitor.HIGH : 844);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Inspection.settle(page);
                var overflow = overflow(page);
                if (!overflow.isEmpty()) {
                    visitor.complain(name + ", " + width + ", " + scheme, overflow);
                }
                keep(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png", width);
            }
        }
        page.setViewportSize(Visitor.WIDE, Visitor.HIGH);
    }

    /** @return how far and where the page reaches over the edge; empty when it does not */
    static String overflow(Page page) {
        return String.valueOf(page.evaluate(OVERFLOW));
    }

    private void says(Visitor visitor, String name) {
        var page = visitor.page();
        var titlesOfFirstOrder = page.locator("h1").count();
        if (titlesOfFirstOrder != 1) {
            visitor.complain(name, titlesOfFirstOrder + " titles of the first order");
        }
        if (!"fr".equals(page.locator("html").getAttribute("lang"))) {
            visitor.complain(name, "is not said to be French");
        }
        if (!page.title().contains("Trame") || !titles.add(page.title())) {
            visitor.complain(name, "has a title that does not tell: « " + page.title() + " »");
        }
    }

    private static void keep(Page page, String name, int width) {
        if (PICTURED.contains(width)) {
            OUT.ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name))));
        }
    }
}
