package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person gets wrong is said beside it, in their language, and nothing of it is kept. */
class BadInputJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static final String BELOW =
            """
            (message, field) => {
                const gap = message.getBoundingClientRect().top - field.getBoundingClientRect().top;
                return gap > 0 && gap < 150;
            }""";

    private Place place = new Place(AUTHOR, "", "");

    @BeforeEach
    void makeAPlace() {
        place = Place.make(AUTHOR, "saisie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Français", "English"})
    void aFicheWithoutATitle(String language) {
        var words = words(language, "fiche.edit.title.required");
        var form = form(language);
        form.saveOnly();
        told(form.field("title"), words);
        assertThat(form.problems()).isFocused();
        assertThat(form.problems().locator("a").first()).hasText(words);
        form.visitor().arrive("fiche/edit, refused, " + language);
        nothingSaved();
        form.fill("title", "Un titre").tickFirstAxis().save();
        assertEquals(1, fiches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Français", "English"})
    void aFicheThatEndsBeforeItBegins(String language) {
        var form = form(language)
                .fill("title", "Une fiche à l’envers")
                .tickFirstAxis()
                .fill("start", "2027-06-01")
                .fill("end", "2027-05-31");
        form.saveOnly();
        told(form.field("end"), words(language, "fiche.end.before.start"));
        assertThat(form.field("title")).hasValue("Une fiche à l’envers");
        nothingSaved();
        form.fill("end", "2027-06-02").save();
        assertEquals(1, fiches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Français", "English"})
    void filesThatAreNotTaken(String language) {
        var address = "/t/" + Product.ARA + "/dossiers/" + place.dossier();
        var visitor = speaking(language).expectRefusal(address + "/transfers");
        visitor.go(address);
        var page = new DossierViewPage(visitor);
        page.upload(
                file("programme.exe", "MZ et la suite"),
                file("vide.pdf", ""),
                file("deguise.pdf", "Un texte qui se dit PDF."));
        assertThat(page.upload("programme.exe")).containsText(words(language, "file.type.refused", "exe"));
        assertThat(page.upload("vide.pdf")).containsText(words(language, "file.empty"));
        assertThat(page.upload("deguise.pdf")).containsText(words(language, "file.type.mismatch", "pdf"));
        assertThat(page.dropZone().locator("[role=status]")).not().isEmpty();
        visitor.arrive("dossier/view, refused, " + language);
        assertEquals(0, documents());
        page.upload(new FilePayload("bon.pdf", "application/pdf", Samples.pdf("Un bon fichier.")));
        assertThat(page.document("bon.pdf")).isVisible();
        assertEquals(1, documents());
    }

    private Visitor speaking(String language) {
        var visitor = visitor().as("presidence");
        new PilotingIndexPage(visitor).frame().speak(language);
        assertThat(visitor.page().locator("html"))
                .hasAttribute("lang", locale(language).getLanguage());
        return visitor;
    }

    private static Locale locale(String language) {
        return language.equals("English") ? Locale.ENGLISH : Locale.FRENCH;
    }

    private static String words(String language, String key, Object... arguments) {
        return Wording.of(locale(language), key, arguments);
    }

    private FicheEditPage form(String language) {
        var visitor = speaking(language);
        visitor.go("/t/" + Product.ARA + "/w/" + place.workspace() + "/fiches/new");
        return new FicheEditPage(visitor);
    }

    /** The field is said to be wrong, and what describes it says why, in sight and below it. */
    private static void told(Locator field, String words) {
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).hasAttribute("aria-describedby", Pattern.compile(".+"));
        var ids = Objects.requireNonNull(field.getAttribute("aria-describedby")).split(" ");
        var message = field.page().locator("[id='" + ids[ids.length - 1] + "']");
        assertThat(message).hasText(words);
        assertThat(message).isVisible();
        assertEquals(true, message.evaluate(BELOW, field.elementHandle()), "it stands below its field");
    }

    private void nothingSaved() {
        assertEquals(0, fiches());
    }

    private int fiches() {
        return AUTHOR.get("/workspaces/" + place.workspace() + "/fiches")
                .json()
                .path("total")
                .asInt(-1);
    }

    private int documents() {
        return AUTHOR.get("/dossiers/" + place.dossier() + "/documents").json().size();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
    }
}
