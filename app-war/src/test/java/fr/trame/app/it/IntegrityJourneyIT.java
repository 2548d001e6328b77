package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An administrator has everything checked, sees what was found, and takes up again what failed. */
class IntegrityJourneyIT extends Journey {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);
    private static final String ADDRESS = "/t/" + Product.ARA + "/integrity";

    @Test
    void anAdministratorHasEverythingChecked() throws Exception {
        var place = Place.make(Caller.as("presidence"), "intégrité au navigateur");
        var lost = place.upload("Convention perdue.txt", "Ces octets manqueront.".getBytes(StandardCharsets.UTF_8));
        place.indexed(lost);
        var broken = place.upload("Annexe cassée.pdf", "%PDF-1.4 rien".getBytes(StandardCharsets.UTF_8));
        place.settled(broken);
        new Sabotage(Product.ARA)
                .removeObject(Rows.of(Product.ARA).text("select object_key from document where id::text = ?", lost));
        var visitor = visitor().as("admin-ara");
        visitor.page().locator("nav a[href$='/integrity']").first().click();
        visitor.awaitPath(ADDRESS);
        visitor.arrive("integrity/index");
        visitor.button("Tout vérifier maintenant").click();
        var findings = visitor.page().locator("section[aria-labelledby=h-findings]");
        assertThat(findings).containsText("Convention perdue.txt", PATIENTLY);
        assertThat(findings).containsText("Fichier absent du magasin");
        assertThat(findings).containsText("À examiner");
        visitor.arrive("integrity/index, after a check");
        assertThat(visitor.main()).containsText("Annexe cassée.pdf");
        visitor.button("Reprendre ce qui a échoué").click();
        assertThat(visitor.page().locator(".t-notices")).containsText("repris");
        visitor.arrive("integrity/index, after a replay");
    }

    @Test
    void whoIsNoAdministratorIsToldSo() {
        var visitor = visitor().as("presidence");
        assertEquals(0, visitor.page().locator("nav a[href$='/integrity']").count());
        assertEquals(403, visitor.goRefused(ADDRESS));
        assertTrue(!new ErrorPage(visitor).title().isBlank());
    }
}
