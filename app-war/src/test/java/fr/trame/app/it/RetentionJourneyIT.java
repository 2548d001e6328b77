package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An administrator changes a rule, holds a document, sees what is held and lifts the hold, in a browser. */
class RetentionJourneyIT extends Journey {

    private static final String ADDRESS = "/t/" + Product.ARA + "/retention";

    @Test
    void aRuleIsChangedAndTakenBack() {
        var visitor = visitor().as("admin-ara");
        visitor.page().locator("nav a[href$='/retention']").first().click();
        visitor.awaitPath(ADDRESS);
        visitor.arrive("retention/index");
        visitor.page().locator("#change-rule summary").click();
        visitor.page().locator("[id='rule:kind']").selectOption("STATUTS");
        assertThat(visitor.page().locator("[id='rule:months']")).hasValue("60");
        visitor.page().locator("[id='rule:months']").fill("0");
        visitor.page().locator("[id='rule:save']").click();
        assertThat(visitor.page().locator("[id='rule:months-message']")).containsText("entre 1 et");
        visitor.page().locator("[id='rule:months']").fill("30");
        visitor.page().locator("[id='rule:save']").click();
        var row = visitor.main()
                .locator("tr", new com.microsoft.playwright.Locator.LocatorOptions().setHasText("Statuts"));
        assertThat(row).containsText("30 mois");
        assertThat(row).containsText("fixée par l’administrateur");
        visitor.page().locator("#change-rule summary").click();
        visitor.page().locator("[id='rule:kind']").selectOption("STATUTS");
        assertThat(visitor.page().locator("[id='rule:months']")).hasValue("30");
        visitor.page().locator("[id='rule:reset']").click();
        assertThat(row).containsText("5 ans");
        Caller.as("admin-ara").send("DELETE", "/retention/rules/STATUTS", BodyPublishers.noBody());
    }

    @Test
    void aDocumentIsHeldAndFreed() {
        var place = Place.make(Caller.as("presidence"), "gel au navigateur");
        var document = place.upload("Preuve.txt", "Une preuve.".getBytes(StandardCharsets.UTF_8));
        place.indexed(document);
        var visitor = visitor().as("admin-ara");
        var history = "/t/" + Product.ARA + "/documents/" + document + "/history";
        visitor.go(history);
        assertThat(visitor.page().locator("#keeping")).containsText("Gardé 10 ans");
        visitor.page().locator("#legal-hold summary").click();
        visitor.page().locator("[id='hold:reason']").fill("Contentieux n° 12");
        visitor.page().locator("[id='hold:place']").click();
        assertThat(visitor.page().locator("#keeping")).containsText("Contentieux n° 12");
        visitor.arrive("dossier/history, held");
        visitor.go(ADDRESS);
        assertThat(visitor.main()).containsText("Preuve.txt");
        visitor.arrive("retention/index, with a hold");
        var deleted = Caller.as("presidence").send("DELETE", "/documents/" + document, BodyPublishers.noBody());
        assertEquals(409, deleted.status(), deleted::toString);
        visitor.go(history);
        visitor.page().locator("#legal-hold summary").click();
        visitor.page().locator("[id='hold:reason']").fill("Affaire close");
        visitor.button("Lever le gel posé pour ce motif\u00a0: Contentieux n° 12")
                .click();
        assertThat(visitor.page().locator(".t-notices")).containsText("Le gel est levé");
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        visitor.button("Clôturer le dossier").click();
        assertThat(visitor.main()).containsText("Dossier clôturé le");
        visitor.arrive("dossier/view, closed");
    }

    @Test
    void whoIsNoAdministratorSeesTheRuleOfADocumentOnly() {
        var visitor = visitor().as("presidence");
        assertEquals(0, visitor.page().locator("nav a[href$='/retention']").count());
        assertEquals(403, visitor.goRefused(ADDRESS));
    }
}
