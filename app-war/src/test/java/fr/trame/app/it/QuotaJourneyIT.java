package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An administrator sees how much room there is and what uses it, in a browser. */
class QuotaJourneyIT extends Journey {

    private static final String ADDRESS = "/t/" + Product.ARA + "/storage";

    @Test
    void theRoomIsShownToAdministratorsOnly() {
        var place = Place.make(Caller.as("presidence"), "stockage au navigateur");
        place.upload("un.txt", "un".getBytes(StandardCharsets.UTF_8));
        var visitor = visitor().as("admin-ara");
        visitor.page().locator("nav a[href$='/storage']").first().click();
        visitor.awaitPath(ADDRESS);
        visitor.arrive("quota/index");
        assertThat(visitor.main()).containsText("stockage au navigateur");
        assertThat(visitor.main()).containsText("Corbeille");
        var other = visitor().as("presidence");
        assertEquals(0, other.page().locator("nav a[href$='/storage']").count());
        assertEquals(403, other.goRefused(ADDRESS));
    }
}
