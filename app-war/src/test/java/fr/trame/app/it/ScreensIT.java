package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        visitor.main().getByText("Rédiger ensemble").click();
        new LivePage(visitor);
        look(visitor, "ensemble");
        visitor.page().goBack();
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

    @Test
    void thoseThatKeepADossierInOrder() {
        var author = Caller.as("presidence");
        var place = Place.make(author, "pièces d’un dossier");
        var path = "/dossiers/" + place.dossier();
        var note = place.upload("Note de présentation.txt", bytes("Le budget est de 1200 euros.\nFin."));
        place.indexed(note);
        author.send(
                "POST",
                path + "/documents?onSameName=version&name=" + Caller.encoded("Note de présentation.txt"),
                BodyPublishers.ofString("Le budget est de 1500 euros.\nFin."));
        place.indexed(note);
        author.send("POST", path + "/documents?name=kbis.txt&folder=Annexes", BodyPublishers.ofString("Kbis"));
        author.put("/documents/" + note + "/versions/1", "{\"label\": \"Version vue par le comité\"}");
        author.put("/documents/" + note + "/classification", "{\"kind\": \"DEVIS\", \"validUntil\": \"2020-01-31\"}");
        author.put(path + "/pieces", "{\"kinds\": [\"DEVIS\", \"RIB\"]}");
        var thrown = place.upload("Ancien brouillon.txt", bytes("brouillon"));
        author.send("DELETE", "/documents/" + thrown, BodyPublishers.noBody());
        var token = author.post(
                        path + "/deposit-links",
                        "{\"label\": \"Vos devis de travaux\", \"endsAt\": \""
                                + OffsetDateTime.now(ZoneOffset.UTC).plusDays(9)
                                + "\", \"maxFiles\": 5, \"maxBytes\": 50000000}")
                .json()
                .path("token")
                .asText();
        new Outsider(Product.ARA, token).leave("Devis charpente.txt", bytes("Douze"));
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + path);
        var page = new DossierViewPage(visitor);
        page.document("Note").locator("input[name=pick]").check();
        look(visitor, "pieces");
        page.upload(new FilePayload("Note de présentation.txt", "text/plain", bytes("Encore une")));
        visitor.button("Nouvelle version").waitFor();
        visitor.page().evaluate("document.title += ' (doublon)'");
        look(visitor, "doublon");
        visitor.page().keyboard().press("Escape");
        visitor.go("/t/" + Product.ARA + "/documents/" + note + "/history?before=1&after=2");
        new DocumentHistoryPage(visitor);
        look(visitor, "versions");
        author.post("/documents/" + note + "/comments", "{\"text\": \"Le budget est-il hors taxes ?\"}");
        visitor.go("/t/" + Product.ARA + "/documents/" + note);
        visitor.main().getByText("Le budget est-il hors taxes").waitFor();
        look(visitor, "document");
        visitor.go("/t/" + Product.ARA + "/renewals");
        look(visitor, "renouvellements");
        visitor.go("/t/" + Product.ARA + "/drive");
        look(visitor, "lecteur");
        visitor.go("/t/" + Product.ARA + path + "/trash");
        look(visitor, "corbeille");
        visitor.go("/t/" + Product.ARA + path + "/deposits");
        look(visitor, "depots");
        visitor.go("/d/" + Product.ARA + "/" + token);
        look(visitor, "depot");
    }

    @Test
    void thoseOfAnAdministrator() {
        Caller.as("admin-ara").post("/integrity/checks", "");
        Product.waitUntil(
                "no check runs",
                () -> !Caller.as("admin-ara").get("/integrity/checks").text().contains("\"RUNNING\""));
        var visitor = visitor().as("admin-ara");
        visitor.go("/t/" + Product.ARA + "/integrity");
        look(visitor, "integrite");
        visitor.go("/t/" + Product.ARA + "/storage");
        look(visitor, "stockage");
        visitor.go("/t/" + Product.ARA + "/retention");
        look(visitor, "conservation");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
