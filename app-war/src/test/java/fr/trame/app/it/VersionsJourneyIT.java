package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file whose name is taken, files that are there already, and a document's history, in a browser. */
class VersionsJourneyIT extends Journey {

    @Test
    void aFileOfATakenNameBecomesAVersionThatIsComparedLabelledAndTakenBack() {
        var place = Place.make(Caller.as("presidence"), "versions au navigateur");
        var end = " euros.\nFin, " + Place.word();
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        var page = new DossierViewPage(visitor).upload(text("note.txt", "Le budget est de 1200" + end));
        page.awaitIndexed("note.txt");
        page.upload(text("note.txt", "Le budget est de 1500" + end));
        assertThat(dialog(visitor))
                .containsText(
                        "« note.txt » existe déjà".replace("« ", "«\u202f").replace(" »", "\u202f»"));
        visitor.arrive("dossier/view, asked about a name");
        visitor.button("Nouvelle version").click();
        assertThat(page.upload("note.txt").last()).containsText("Déposé et vérifié");
        assertThat(page.document("note.txt")).hasCount(1);
        visitor.page().reload();
        page.awaitIndexed("note.txt");
        page.document("note.txt").locator("a[href$='/history']").click();
        var history = new DocumentHistoryPage(visitor);
        assertThat(history.versions()).hasCount(2);
        history.compare();
        assertThat(history.differences("del")).hasText("1200");
        assertThat(history.differences("ins")).hasText("1500");
        history = history.label("Vue par le comité");
        assertThat(history.versions().first()).containsText("Vue par le comité");
        history = history.restore(1);
        assertThat(history.versions()).hasCount(3);
        assertThat(history.versions().first()).containsText("Reprise de la version 1");
    }

    @Test
    void oneAnswerIsForAllFilesInTheCaseAndKnownBytesAreTold() {
        var place = Place.make(Caller.as("presidence"), "doublons au navigateur");
        place.upload("un.txt", "un".getBytes(StandardCharsets.UTF_8));
        place.upload("deux.txt", "deux".getBytes(StandardCharsets.UTF_8));
        var known = "Contenu " + Place.word();
        place.upload("connu.txt", known.getBytes(StandardCharsets.UTF_8));
        var visitor = visitor().as("presidence");
        visitor.go("/t/" + Product.ARA + "/dossiers/" + place.dossier());
        var page = new DossierViewPage(visitor)
                .upload(
                        text("un.txt", Place.word()),
                        text("deux.txt", Place.word()),
                        text("trois.txt", Place.word()),
                        text("copie.txt", known));
        dialog(visitor)
                .getByRole(com.microsoft.playwright.options.AriaRole.CHECKBOX)
                .check();
        visitor.button("Garder les deux").click();
        assertThat(dialog(visitor)).containsText("est déjà là");
        assertThat(dialog(visitor).locator("a")).containsText("connu.txt");
        visitor.arrive("dossier/view, asked about bytes");
        visitor.page().keyboard().press("Escape");
        assertThat(page.upload("copie.txt")).containsText("Ignoré");
        for (var name : new String[] {"un (2).txt", "deux (2).txt", "trois.txt"}) {
            assertThat(page.document(name)).hasCount(1);
        }
        assertThat(page.document("copie.txt")).hasCount(0);
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().locator("dialog#twins");
    }

    private static FilePayload text(String name, String words) {
        return new FilePayload(name, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }
}
