package fr.trame.app.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people write the same fiche at once: the second is told, chooses, and loses nothing. */
class ConflictJourneyIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final String MINE = "Le contexte, comme l’a écrit la seconde personne.";
    private static final String THEIRS = "Le contexte, comme l’a enregistré la première.";

    private String fiche = "";

    @BeforeEach
    void writeAFiche() {
        fiche = Place.make(AUTHOR, "conflit").fiche("Une fiche à quatre mains");
    }

    @Test
    void theSecondSeesWhatDiffersAndKeepsTheirOwn() {
        var second = conflict();
        second.fill("objectives", "Complété avant de choisir.");
        second.field("title").press("Enter");
        assertThat(second.conflict()).isVisible(); // the choice is made by its buttons only
        second.field("keepMine").click();
        var saved = new FicheViewPage(second.visitor());
        assertEquals("Une fiche à deux mains", saved.title());
        assertTrue(saved.text().contains(MINE), saved::text);
        assertTrue(saved.text().contains("Complété avant de choisir."), saved::text);
        var stored = AUTHOR.get("/fiches/" + fiche).json();
        assertEquals(MINE, stored.path("context").asText(), stored::toString);
        assertEquals(1, stored.path("funding").size(), stored::toString);
    }

    @Test
    void theSecondSeesWhatDiffersAndTakesTheOther() {
        var second = conflict();
        second.field("takeTheirs").click();
        assertThat(second.conflict()).hasCount(0);
        assertThat(second.field("context")).hasValue(THEIRS);
        second.fill("objectives", "Ajouté à la version des autres.").save();
        var stored = AUTHOR.get("/fiches/" + fiche).json();
        assertEquals(THEIRS, stored.path("context").asText(), stored::toString);
        assertEquals(
                "Ajouté à la version des autres.", stored.path("objectives").asText(), stored::toString);
        assertEquals("Une fiche à quatre mains", stored.path("title").asText(), stored::toString);
    }

    /** @return the form of the second person, who has just been told */
    private FicheEditPage conflict() {
        var first = open("chef-projet");
        var second = open("presidence");
        first.fill("context", THEIRS).save();
        second.fill("title", "Une fiche à deux mains").fill("context", MINE).addFunding("Région", "2027", "1000");
        second.saveOnly();
        assertThat(second.conflict()).isFocused();
        second.visitor().arrive("fiche/edit, in conflict");
        assertThat(second.conflict()).containsText("Cette fiche a changé pendant que vous écriviez");
        assertThat(second.conflict()).containsText("Chef de projet");
        assertThat(second.differences()).hasCount(3);
        assertThat(second.difference("Titre")).containsText("Une fiche à deux mains");
        assertThat(second.difference("Titre")).containsText("Une fiche à quatre mains");
        assertThat(second.difference("Contexte")).containsText(MINE);
        assertThat(second.difference("Contexte")).containsText(THEIRS);
        assertThat(second.difference("Plan de financement")).containsText("Région");
        assertThat(second.field("title")).hasValue("Une fiche à deux mains");
        assertThat(second.field("context")).hasValue(MINE);
        assertThat(second.visitor().page().locator("input[id$=funder]")).hasValue("Région");
        return second;
    }

    private FicheEditPage open(String account) {
        var visitor = visitor().as(account);
        visitor.go("/t/" + Product.ARA + "/fiches/" + fiche + "/edit");
        return new FicheEditPage(visitor);
    }
}
