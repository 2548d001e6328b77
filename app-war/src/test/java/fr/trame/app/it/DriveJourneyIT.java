package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A person makes a password for a program, the program opens the drive with it, and the person ends it. */
class DriveJourneyIT extends Journey {

    @Test
    void aPasswordIsShownOnceOpensTheDriveAndIsEnded() {
        var name = Place.word();
        // A person has at most twenty, and earlier runs on the same product left theirs.
        Rows.of(Product.ARA)
                .text(
                        "delete from app_password where subject = ? and name = 'Essai' returning id",
                        Drive.subject("presidence"));
        var person = visitor().as("presidence");
        person.go("/t/" + Product.ARA + "/drive");
        person.arrive("webdav/index");
        person.button("Créer le mot de passe").click();
        assertThat(person.main()).containsText("Donnez un nom");
        person.page().locator("[id='create:name']").fill(name);
        person.button("Créer le mot de passe").click();
        var secret = person.page().locator("#secret").textContent();
        person.arrive("webdav/index, with a new password");
        var email = Rows.of(Product.ARA)
                .text("select coalesce(email, 'x') from member where subject = ?", Drive.subject("presidence"));
        var drive = new Drive(Product.ARA, email, secret);
        assertEquals(207, drive.send("PROPFIND", drive.url(), "", "Depth", "0").status());
        person.go("/t/" + Product.ARA + "/drive");
        assertThat(person.page().locator("#secret")).hasCount(0);
        person.button("Mettre fin à " + name).click();
        person.page().locator(".t-notices .t-notice").waitFor();
        assertEquals(401, drive.send("PROPFIND", drive.url(), "", "Depth", "0").status());
    }
}
