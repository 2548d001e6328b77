package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Documents are ticked, thrown away, taken back and moved, and the last of it is undone, in a browser. */
class OrderJourneyIT extends Journey {

    @Test
    void documentsAreThrownAwayTakenBackAndMoved() {
        var place = Place.make(Caller.as("presidence"), "ordre au navigateur");
        for (var name : new String[] {"un.txt", "deux.txt", "trois.txt"}) {
            place.indexed(place.upload(name, name.getBytes(StandardCharsets.UTF_8)));
        }
        var other = Place.make(Caller.as("presidence"), "ordre, autre espace");
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        var page = new DossierViewPage(visitor);
        tick(page, "un.txt", "deux.txt");
        assertThat(visitor.page().locator(".t-picks")).containsText("Choisis\u00a0: 2");
        visitor.arrive("dossier/view, with documents ticked");
        visitor.button("Mettre à la corbeille").click();
        assertThat(said(visitor)).containsText("2 documents sont dans la corbeille");
        assertThat(page.document("un.txt")).hasCount(0);
        visitor.arrive("dossier/view, with documents thrown away");
        visitor.button("Annuler").click();
        assertThat(said(visitor)).containsText("de nouveau ici");
        assertThat(page.document("un.txt")).hasCount(1);
        tick(page, "trois.txt");
        visitor.page().locator("[id='documents:target']").selectOption(new SelectOption().setValue(other.dossier()));
        visitor.page().locator("[id='documents:move']").click();
        assertThat(said(visitor)).containsText("1 document est déplacé");
        assertThat(page.document("trois.txt")).hasCount(0);
        throwsAwayAndTakesBack(visitor, page);
    }

    private static void throwsAwayAndTakesBack(Visitor visitor, DossierViewPage page) {
        tick(page, "deux.txt");
        visitor.button("Mettre à la corbeille").click();
        assertThat(said(visitor)).containsText("1 document est dans la corbeille");
        visitor.main().locator("a[href$='/trash']").click();
        visitor.awaitPath("/t/[^/]+/dossiers/[0-9a-f-]{36}/trash");
        visitor.arrive("dossier/trash");
        visitor.button("Reprendre deux.txt").click();
        visitor.page().locator(".t-notices .t-notice").waitFor();
        visitor.arrive("dossier/trash");
        assertThat(visitor.main()).containsText("La corbeille est vide");
    }

    private static void tick(DossierViewPage page, String... names) {
        for (var name : names) {
            page.document(name).locator("input[name=pick]").check();
        }
    }

    private static Locator said(Visitor visitor) {
        return visitor.page().locator("[id='documents:said']");
    }
}
