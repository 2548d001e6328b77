package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Ticked documents get other names, seen beforehand, and get back those they had, in a browser. */
class RenamesJourneyIT extends Journey {

    @Test
    void namesAreShownGivenAndUndone() {
        var place = Place.make(Caller.as("presidence"), "noms au navigateur");
        for (var name : new String[] {"scan 1.txt", "scan 2.txt", "autre.txt"}) {
            place.indexed(place.upload(name, name.getBytes(StandardCharsets.UTF_8)));
        }
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        var page = new DossierViewPage(visitor);
        for (var name : new String[] {"scan 1.txt", "scan 2.txt"}) {
            page.document(name).locator("input[name=pick]").check();
        }
        visitor.page().locator("#rename-picks summary").click();
        visitor.page().locator("[id='documents:find']").fill("scan");
        visitor.page().locator("[id='documents:replace']").fill("Devis");
        visitor.page().locator("[id='documents:previewRenames']").click();
        var renames = visitor.page().locator("[id='documents:renames']");
        assertThat(renames).containsText("Devis 2.txt");
        assertThat(visitor.page().locator("[id='documents:list']")).containsText("scan 2.txt");
        visitor.arrive("dossier/view, with names to come");
        visitor.page().locator("[id='documents:applyRenames']").click();
        assertThat(renames).containsText("2 documents sont renommés");
        assertThat(page.document("Devis 1.txt")).hasCount(1);
        visitor.arrive("dossier/view, with names given");
        visitor.page().locator("[id='documents:undoRenames']").click();
        assertThat(renames).containsText("leur nom d’avant");
        assertThat(page.document("scan 1.txt")).hasCount(1);
    }
}
