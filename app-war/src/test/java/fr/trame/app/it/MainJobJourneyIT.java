package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** What the product is for, from the sign-in to the word in the page of a PDF. */
class MainJobJourneyIT extends Journey {

    private static final String PDF = "Étude de métrologie.pdf";

    @Test
    void theTeamOfThePresidentWritesAFicheAndFindsAWordOfAPdf() {
        var word = Place.word();
        var workspace = "Parcours " + word;
        Place.make(Caller.as("presidence"), workspace);
        var visitor = visitor().signIn("presidence");
        var fiches = new PilotingIndexPage(visitor).frame().openWorkspace(workspace);
        var title = "Atelier partagé de métrologie " + word.substring(0, 8);
        var fiche = write(fiches.write(), title).save();
        read(fiche, title);
        revise(fiche, title);
        assertThat(new ShellFrame(visitor).openWorkspace(workspace).row(title)).hasCount(1);
        upload(visitor, word);
        find(visitor, word);
    }

    private static FicheEditPage write(FicheEditPage form, String title) {
        return form.fill("title", title)
                .tick("s-identity", "Innover")
                .tick("s-needs", "Plan industrie du futur")
                .tick("s-needs", "Volontariat territorial en entreprise")
                .fill("context", "Quatre ateliers achètent les mêmes instruments.")
                .fill("objectives", "Partager une salle et deux machines.")
                .fill("description", "Une salle à 20 °C, ouverte cinq jours sur sept.")
                .select("lead", "Intercommunalité du Roannais")
                .addPartner("Fonderie, 180 salariés", "Partenaire")
                .fill("start", "2027-01-04")
                .fill("end", "2028-06-30")
                .select("phase", "Étude")
                .select("phaseStatus", "En cours")
                .select("priority", "Élevée")
                .addFunding("Région", "2027", "120 000,50");
    }

    private static void read(FicheViewPage fiche, String title) {
        assertEquals(title, fiche.title());
        for (var words : new String[] {
            "Quatre ateliers achètent",
            "Intercommunalité du Roannais",
            "Fonderie, 180 salariés",
            "Plan industrie du futur",
            "Volontariat territorial",
            "Étude",
            "Élevée",
            "Région",
            "2027"
        }) {
            assertTrue(fiche.text().contains(words), () -> "« " + words + " » in: " + fiche.text());
        }
        assertTrue(fiche.text().replaceAll("[\\u00a0\\u202f]", " ").contains("120 000,50"), fiche::text);
    }

    private static void revise(FicheViewPage fiche, String title) {
        var revised = fiche.edit().fill("title", title + ", tranche 1").save();
        assertEquals(title + ", tranche 1", revised.title());
        assertTrue(revised.text().contains("Quatre ateliers achètent"), "the rest stays");
        assertTrue(revised.text().contains("Fonderie, 180 salariés"), "the partners stay");
    }

    private static void upload(Visitor visitor, String word) {
        var dossier =
                new FicheListPage(visitor).dossiers().create("Métrologie " + word, "Études de l’atelier partagé.");
        var pdf = Samples.pdf("Première page.", "Deuxième page.", "Le couple de serrage " + word + " se mesure ici.");
        dossier.upload(new FilePayload(PDF, "application/pdf", pdf));
        assertThat(dossier.upload(PDF)).containsText("Déposé et vérifié");
        dossier.awaitIndexed(PDF);
        visitor.arrive("dossier/view, with a document");
    }

    /** The index is refreshed once a second: the search is asked until it knows. */
    private static void find(Visitor visitor, String word) {
        var results = new ShellFrame(visitor)
                .search(word)
                .once("the page finds " + word, page -> page.hit(PDF).count() == 1);
        visitor.arrive("search/results, with hits");
        var hit = results.hit(PDF);
        assertThat(hit.locator(".t-res__snip mark")).hasText(word);
        assertThat(hit.locator(".ui-chip")).hasText("p. 3");
        hit.locator("h2 a").click();
        var document = new DocumentPage(visitor);
        assertThat(document.number()).hasValue("3");
        assertThat(document.marks()).hasText(word);
        var dossier = document.dossier("Métrologie " + word);
        assertThat(dossier.document(PDF)).isVisible();
    }
}
