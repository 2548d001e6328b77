package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Pieces that come to their end are on the first page and on a page of their own, in a browser. */
class RenewalJourneyIT extends Journey {

    @Test
    void whatExpiresIsShown() {
        var author = Caller.as("presidence");
        var place = Place.make(author, "renouvellement au navigateur");
        var document = place.upload("Extrait périmé.txt", "k".getBytes(StandardCharsets.UTF_8));
        author.put("/dossiers/" + place.dossier() + "/pieces", "{\"kinds\": [\"KBIS\"]}");
        // Long ago, so that it is among the first whatever other tests left.
        var until = LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(20);
        author.put(
                "/documents/" + document + "/classification",
                "{\"kind\": \"KBIS\", \"validUntil\": \"" + until + "\"}");
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/");
        var tile = visitor.page().locator("section[aria-labelledby=h-renewals]");
        assertThat(tile).containsText("Extrait périmé.txt");
        assertThat(tile).containsText("Expirée");
        visitor.arrive("piloting/index, with pieces to renew");
        tile.locator("a[href$='/renewals']").click();
        visitor.awaitPath("/t/[^/]+/renewals");
        var row = visitor.main().locator("tr", new Locator.LocatorOptions().setHasText("renouvellement au navigateur"));
        assertThat(row.first()).containsText("Extrait Kbis");
        visitor.arrive("renewal/index");
    }
}
