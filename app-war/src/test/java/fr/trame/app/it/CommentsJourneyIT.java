package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A document is talked about in a browser, and brought together with a fiche from both sides. */
class CommentsJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");
    /** What must come out as it was written, and do nothing. */
    private static final List<String> HARM = List.of(
            "<script>window.harmed = 1</script>",
            "<img src=x onerror='window.harmed = 1'>",
            "\"><svg onload=window.harmed=1>",
            "#{user.subject} ${7*7}",
            "javascript:window.harmed=1");

    private static Place place = new Place(AUTHOR, "", "");
    private static String document = "";
    private static String fiche = "";

    @BeforeAll
    static void uploadSomethingToTalkAbout() {
        place = Place.make(AUTHOR, "avis au navigateur");
        document = place.upload("plan.txt", "Un plan à discuter.".getBytes(StandardCharsets.UTF_8));
        place.indexed(document);
        fiche = place.fiche("Une fiche à lier");
    }

    @Test
    void aThreadIsWrittenAnsweredCorrectedSettledAndTakenBack() {
        var visitor = visitor().as("presidence");
        visitor.go(address());
        visitor.arrive("dossier/document, without comments");
        text(visitor).fill("Est-ce à jour ?");
        visitor.page().locator("[id='write:page']").fill("1");
        button(visitor, "write:send");
        assertThat(comments(visitor)).hasCount(1);
        assertThat(comments(visitor).first()).containsText("page 1");
        visitor.page()
                .getByText("Répondre", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        text(visitor).fill("Oui.");
        button(visitor, "write:send");
        assertThat(comments(visitor)).hasCount(2);
        comments(visitor).nth(1).getByText("Modifier").click();
        assertThat(text(visitor)).hasValue("Oui.");
        text(visitor).fill("Oui, depuis hier.");
        button(visitor, "write:send");
        assertThat(comments(visitor).nth(1)).containsText("(modifié)");
        comments(visitor).first().locator("button[id$=settle]").click();
        assertThat(comments(visitor).first()).containsText("Résolu par");
        visitor.arrive("dossier/document, with comments");
        comments(visitor).first().locator("button[id$=settle]").click();
        assertThat(comments(visitor).first()).not().containsText("Résolu par");
        comments(visitor).nth(1).locator("button[id$=takeBack]").click();
        assertThat(comments(visitor).nth(1)).containsText("Commentaire supprimé");
    }

    @Test
    void wrongInputIsToldAtTheField() {
        var visitor = visitor().as("presidence");
        visitor.go(address());
        button(visitor, "write:send");
        assertThat(visitor.page().locator("[id='write:text-message']")).not().isEmpty();
        text(visitor).fill("Où ?");
        visitor.page().locator("[id='write:page']").fill("99");
        button(visitor, "write:send");
        assertThat(visitor.page().locator("[id='write:page-message']")).containsText("n’a pas cette page");
        visitor.arrive("dossier/document, wrong input");
    }

    @Test
    void whatIsWrittenIsShownAsItIsAndDoesNothing() {
        for (var harm : HARM) {
            AUTHOR.post("/documents/" + document + "/comments", "{\"text\": \"" + harm.replace("\"", "\\\"") + "\"}")
                    .created();
        }
        var visitor = visitor().as("presidence");
        visitor.go(address());
        for (var harm : HARM) {
            assertThat(visitor.page()
                            .locator(".t-comments")
                            .getByText(harm, new Locator.GetByTextOptions().setExact(true)))
                    .hasCount(1);
        }
        assertEquals("undefined", visitor.page().evaluate("typeof window.harmed"));
    }

    @Test
    void aReaderReadsWhatIsSaidAndHasNothingToWriteWith() {
        var comment = AUTHOR.post("/documents/" + document + "/comments", "{\"text\": \"À lire\"}")
                .created();
        var visitor = visitor().as("lecture");
        visitor.go(address());
        assertThat(visitor.page().locator("#comment-" + comment)).containsText("À lire");
        assertThat(visitor.page().locator(".t-comments button, .t-comments textarea, .t-links button"))
                .hasCount(0);
        visitor.arrive("dossier/document, as a reader");
    }

    @Test
    void aNameIsPickedInsteadOfTyped() {
        var visitor = visitor().as("presidence");
        visitor.go(address());
        var name = visitor.page().locator("#mention option").nth(1).innerText();
        text(visitor).fill("Vu avec");
        visitor.page().locator("#mention").selectOption(name);
        assertThat(text(visitor)).hasValue("Vu avec @" + name + " ");
    }

    @Test
    void aFicheIsLinkedFromTheDocumentAndPartedFromTheFiche() {
        var visitor = visitor().as("presidence");
        visitor.go(address());
        visitor.page().locator("[id='linkFiche:fiche']").selectOption(fiche);
        button(visitor, "linkFiche:link");
        assertThat(visitor.page().locator(".t-linked")).containsText("Une fiche à lier");
        visitor.arrive("dossier/document, linked");
        visitor.page().locator(".t-linked a").click();
        new FicheViewPage(visitor);
        assertThat(visitor.page().locator(".t-linked")).containsText("plan.txt");
        visitor.arrive("fiche/view, linked");
        visitor.page().locator(".t-linked button").click();
        assertThat(visitor.page().locator(".t-linked li")).hasCount(0);
        visitor.page().locator("[id='linkDocument:document']").selectOption(document);
        button(visitor, "linkDocument:link");
        assertThat(visitor.page().locator(".t-linked")).containsText("plan.txt");
    }

    private static String address() {
        return "/t/" + Product.ARA + "/documents/" + document;
    }

    private static Locator text(Visitor visitor) {
        return visitor.page().locator("[id='write:text']");
    }

    private static Locator comments(Visitor visitor) {
        return visitor.page().locator(".t-comment");
    }

    private static void button(Visitor visitor, String id) {
        visitor.page().locator("[id='" + id + "']").click();
    }
}
