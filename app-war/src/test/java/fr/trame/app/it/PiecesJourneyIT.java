package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is sent with what is in it, its documents are classified, and the dossier says what is missing. */
class PiecesJourneyIT extends Journey {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderKeepsItsShapeAndThePiecesAreShown() throws IOException {
        var annexes = Files.createDirectories(folder.resolve("Annexes/2026"));
        Files.writeString(annexes.resolve("kbis.txt"), "Un extrait, " + Place.word());
        Files.writeString(folder.resolve("Annexes/note.txt"), "Une note, " + Place.word());
        var place = Place.make(Caller.as("presidence"), "pièces au navigateur");
        var visitor = visitor().as("presidence");
        var address = "/t/" + Product.ARA + "/dossiers/" + place.dossier();
        visitor.go(address);
        var page = new DossierViewPage(visitor);
        visitor.page().locator("#folder").setInputFiles(folder.resolve("Annexes"));
        assertThat(page.upload("kbis.txt")).containsText("Déposé et vérifié");
        assertThat(page.upload("note.txt")).containsText("Déposé et vérifié");
        visitor.go(address);
        visitor.page().locator(".t-folders a").click();
        assertThat(page.document("note.txt")).hasCount(1);
        visitor.arrive("dossier/view, in a folder");
        visitor.page().locator(".t-folders a").click();
        page.document("kbis.txt").locator("a[href$='/history']").click();
        var history = new DocumentHistoryPage(visitor);
        visitor.page().locator("#classify-document summary").click();
        visitor.page().locator("[id='classify:kind']").selectOption("KBIS");
        visitor.page().locator("[id='classify:validUntil']").fill("2020-01-31");
        visitor.page().locator("[id='classify:tags']").fill("urgent, comité");
        visitor.page().locator("[id='classify:keep']").click();
        visitor.page().locator(".t-notices .t-notice").waitFor();
        assertThat(history.visitor().main()).containsText("urgent");
        visitor.go(address);
        visitor.page().locator(".t-pieces summary").click();
        visitor.page().getByLabel("Extrait Kbis").check();
        visitor.page().getByLabel("RIB").check();
        visitor.page().locator("[id='pieces:save']").click();
        visitor.page().locator(".t-notices .t-notice").waitFor();
        assertThat(visitor.page().locator(".t-piece--EXPIRED")).containsText("Extrait Kbis");
        assertThat(visitor.page().locator(".t-piece--MISSING")).containsText("RIB");
        visitor.arrive("dossier/view, with pieces");
    }
}
