package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator has a list written, agrees to it, writes how many documents go, and follows it to its end. */
class EliminationJourneyIT extends Journey {

    private static final Caller ADMIN = Caller.as("admin-ara");
    private static final String RULE = "/retention/rules/LETTRE_ENGAGEMENT";
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @BeforeEach
    void letters() {
        Eliminated.quiet();
        ADMIN.put(RULE, "{\"months\": 12, \"start\": \"DOCUMENT_RECEIVED\", \"sort\": \"SORT\"}");
    }

    @AfterEach
    void theRuleIsTheProductsAgain() {
        Eliminated.quiet();
        ADMIN.send("DELETE", RULE, BodyPublishers.noBody());
    }

    @Test
    void aListIsCarriedOut() {
        var place = Place.make(Caller.as("presidence"), "élimination au navigateur");
        var name = Place.word() + ".txt";
        Eliminated.old(place, name, "À détruire.".getBytes(StandardCharsets.UTF_8));
        var visitor = visitor().as("admin-ara");
        visitor.go("/t/" + Product.ARA + "/retention");
        visitor.button("Préparer un bordereau").click();
        visitor.awaitPath("/t/[^/]+/retention/eliminations/[0-9a-f-]{36}");
        var line = visitor.main().locator("tr", new Locator.LocatorOptions().setHasText(name));
        assertThat(line).containsText("Trier");
        visitor.arrive("retention/elimination");
        visitor.page().setViewportSize(390, 844);
        assertEquals("", ScreensIT.overflow(visitor.page()), "on a phone");
        visitor.page().setViewportSize(Visitor.WIDE, Visitor.HIGH);
        line.locator("input[name=line]").check();
        visitor.page().locator("[id='elimination:agree']").click();
        assertThat(visitor.page().locator(".t-notices")).containsText("attend encore une décision");
        line.locator("input[name=line]").check();
        visitor.page().locator("[id='elimination:destroy']").click();
        assertThat(line).containsText("Détruire");
        line.locator("input[name=line]").check();
        visitor.page().locator("[id='elimination:agree']").click();
        assertThat(visitor.page().locator(".t-notices")).containsText("visées");
        visitor.page().locator("[id='execute:destroys']").fill("7");
        visitor.page().locator("[id='execute:go']").click();
        assertThat(visitor.page().locator("[id='execute:destroys-message']")).containsText("(1)");
        visitor.arrive("retention/elimination, with a wrong number");
        visitor.page().locator("[id='execute:destroys']").fill("1");
        visitor.page().locator("[id='execute:go']").click();
        assertThat(line).containsText("Détruit", PATIENTLY);
        visitor.page().reload();
        assertThat(visitor.main()).containsText("Le bordereau est exécuté");
        visitor.arrive("retention/elimination, carried out");
        var certificate = visitor.page().waitForDownload(() -> visitor.button("Télécharger le certificat")
                .click());
        assertThat(visitor.main()).containsText(name);
        certificate.path();
        visitor.go("/t/" + Product.ARA + "/retention");
        assertThat(visitor.main()).containsText("Exécuté");
        visitor.arrive("retention/index, with lists");
    }
}
