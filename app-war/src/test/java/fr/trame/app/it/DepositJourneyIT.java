package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A member makes a link, somebody without an account leaves a file by it, and the member accepts it. */
class DepositJourneyIT extends Journey {

    @Test
    void aFileOfAnOutsiderEntersTheDossierWhenItIsAccepted() {
        var place = Place.make(Caller.as("presidence"), "dépôt au navigateur");
        var member = visitor().as("presidence");
        var deposits = "/t/" + Product.ARA + "/dossiers/" + place.dossier() + "/deposits";
        member.go(deposits);
        member.arrive("deposit/list");
        member.page().locator("[id='create:label']").fill("Vos devis de travaux");
        member.button("Créer le lien").click();
        var address = member.page().locator("#made a").getAttribute("href");
        member.arrive("deposit/list, with a new link");
        var outsider = visitor();
        outsider.go(URI.create(address).getPath());
        outsider.arrive("deposit/open");
        outsider.button("Envoyer").click();
        assertThat(outsider.page().locator("#deposit [role=alert]")).containsText("Donnez votre nom");
        outsider.page().locator("#sender").fill("Atelier du Nord");
        outsider.page()
                .locator("#deposit-files")
                .setInputFiles(new FilePayload("devis.txt", "text/plain", "Douze".getBytes(StandardCharsets.UTF_8)));
        outsider.button("Envoyer").click();
        assertThat(outsider.page().locator("#deposit [role=status]")).containsText("1 sur 1");
        outsider.arrive("deposit/open, with a file sent");
        member.go(deposits);
        member.arrive("deposit/list, with a file waiting");
        assertThat(member.main()).containsText("Atelier du Nord");
        member.button("Accepter devis.txt").click();
        member.page().locator(".t-notices .t-notice").waitFor();
        member.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        assertThat(new DossierViewPage(member).document("devis.txt")).hasCount(1);
    }
}
