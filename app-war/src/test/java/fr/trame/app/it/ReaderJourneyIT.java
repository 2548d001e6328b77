package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Those who may only read are shown nothing to write with; those whose session has ended are led to sign in. */
class ReaderJourneyIT extends Journey {

    private static final String TENANT = "/t/" + Product.ARA;
    private static final Caller AUTHOR = Caller.as("presidence");

    private static Place place = new Place(AUTHOR, "", "");
    private static String fiche = "";

    @BeforeAll
    static void writeSomethingToRead() {
        place = Place.make(AUTHOR, "lecture " + Place.word());
        fiche = place.fiche("Une fiche à lire");
        place.settled(place.upload("lecture.pdf", Samples.pdf("À lire.")));
    }

    @Test
    void aReaderSeesNothingToWriteWith() {
        var visitor = visitor().as("lecture");
        for (var page : List.of(
                "/",
                "/w/" + place.workspace(),
                "/w/" + place.workspace() + "/dossiers",
                "/fiches/" + fiche,
                dossier())) {
            assertEquals(200, visitor.go(TENANT + page), page);
            visitor.arrive("reading " + page.replaceAll("[0-9a-f-]{36}", "…"));
            for (var control : List.of(
                    "a[href$='/new']",
                    "a[href$='/edit']",
                    "#new-dossier",
                    "#upload",
                    "button[id^=moves]",
                    "button[id$=retry]")) {
                assertThat(visible(visitor, control)).hasCount(0);
            }
        }
        assertThat(visitor.main()).containsText("Vous lisez ce dossier.");
        assertThat(visitor.main()).containsText("lecture.pdf");
    }

    @Test
    void aReaderIsToldThatAPageForWritingIsNotTheirs() {
        var visitor = visitor().as("lecture");
        for (var page :
                List.of("/workspaces/new", "/w/" + place.workspace() + "/fiches/new", "/fiches/" + fiche + "/edit")) {
            assertEquals(403, visitor.goRefused(TENANT + page), page);
            assertEquals("Vous ne pouvez pas faire cela", new ErrorPage(visitor).title(), page);
        }
    }

    @Test
    void anActionAfterTheSessionHasEndedLeadsToTheSignIn() {
        var visitor = visitor().signIn("presidence");
        visitor.go(TENANT + "/fiches/" + fiche + "/edit");
        var form = new FicheEditPage(visitor).fill("context", "Ce que quelqu’un écrivait.");
        visitor.context().clearCookies();
        form.field("addFunding").click();
        new SignInPage(visitor).signIn("presidence");
        assertThat(new FicheEditPage(visitor).field("title")).hasValue("Une fiche à lire");
    }

    @Test
    void anUploadAfterTheSessionHasEndedSaysSo() {
        var visitor = visitor()
                .signIn("presidence")
                .expectRefusal(TENANT + dossier() + "/arrivals")
                .expectRefusal(TENANT + dossier() + "/transfers");
        visitor.go(TENANT + dossier());
        var page = new DossierViewPage(visitor);
        visitor.context().clearCookies();
        page.upload(new FilePayload("perdu.pdf", "application/pdf", Samples.pdf("Perdu ?")));
        assertThat(page.upload("perdu.pdf")).containsText("Votre session a expiré");
        visitor.page().reload();
        new SignInPage(visitor).signIn("presidence");
        assertThat(new DossierViewPage(visitor).document("lecture.pdf")).isVisible();
        assertThat(page.document("perdu.pdf")).hasCount(0);
    }

    @Test
    void whoSignsOutIsOut() {
        var visitor = visitor().signIn("lecture");
        new PilotingIndexPage(visitor).frame().signOut();
        assertThat(visitor.arrive("signed out")).hasText("Vous êtes déconnecté de Trame");
        visitor.go(TENANT + "/fiches/" + fiche);
        new SignInPage(visitor).signIn("lecture");
        assertEquals("Une fiche à lire", new FicheViewPage(visitor).title());
    }

    private static String dossier() {
        return "/dossiers/" + place.dossier();
    }

    private static Locator visible(Visitor visitor, String selector) {
        return visitor.page().locator(selector).filter(new Locator.FilterOptions().setVisible(true));
    }
}
