package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Documents and fiches that belong together, by the REST door: no side shows what the other side's rights hide. */
class LinksIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller OTHER = Caller.as("chef-projet");

    @Test
    void aDocumentAndAFicheAreBroughtTogetherAndParted() {
        var place = Place.make(AUTHOR, "liens");
        var fiche = place.fiche("Une fiche avec pièces");
        var document = place.upload("piece.txt", "Une pièce".getBytes(StandardCharsets.UTF_8));
        var link = "/documents/" + document + "/fiches/" + fiche;
        assertEquals(204, AUTHOR.put(link, "").status());
        assertEquals(204, AUTHOR.put(link, "").status(), "once is enough");
        assertEquals(fiche, only(AUTHOR.get("/documents/" + document + "/fiches")));
        assertEquals(document, only(AUTHOR.get("/fiches/" + fiche + "/documents")));
        AUTHOR.send("DELETE", "/documents/" + document, BodyPublishers.noBody());
        assertEquals("[]", AUTHOR.get("/fiches/" + fiche + "/documents").text(), "not while it is in the trash");
        assertEquals(404, AUTHOR.get("/documents/" + document + "/fiches").status());
        var second = place.upload("autre.txt", "Une autre".getBytes(StandardCharsets.UTF_8));
        var other = "/documents/" + second + "/fiches/" + fiche;
        assertEquals(204, AUTHOR.put(other, "").status());
        assertEquals(204, AUTHOR.send("DELETE", other, BodyPublishers.noBody()).status());
        assertEquals(404, AUTHOR.send("DELETE", other, BodyPublishers.noBody()).status());
        assertEquals(
                "1",
                Rows.of(Product.ARA)
                        .text(
                                "select count(*) from audit_entry where operation = 'DOCUMENT_UNLINKED'"
                                        + " and subject = ?::uuid",
                                second));
    }

    @Test
    void neitherSideShowsOrTakesWhatOneMayNotRead() {
        var open = Place.make(AUTHOR, "liens ouverts");
        var closed = Place.makeRestricted(AUTHOR, "liens fermés");
        var word = Place.word();
        var shownFiche = open.fiche("Une fiche ouverte");
        var hiddenFiche = closed.fiche("Fermée " + word);
        var shown = open.upload("ouvert.txt", "Ouvert".getBytes(StandardCharsets.UTF_8));
        var hidden = closed.upload(word + ".txt", "Fermé".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                204,
                AUTHOR.put("/documents/" + shown + "/fiches/" + hiddenFiche, "").status());
        assertEquals(
                204,
                AUTHOR.put("/documents/" + hidden + "/fiches/" + shownFiche, "").status());
        assertTrue(AUTHOR.get("/documents/" + shown + "/fiches").text().contains(word));
        assertTrue(AUTHOR.get("/fiches/" + shownFiche + "/documents").text().contains(word));
        assertEquals("[]", OTHER.get("/documents/" + shown + "/fiches").text());
        assertEquals("[]", OTHER.get("/fiches/" + shownFiche + "/documents").text());
        for (var path : new String[] {
            "/documents/" + shown + "/fiches/" + hiddenFiche, "/documents/" + hidden + "/fiches/" + shownFiche
        }) {
            assertEquals(404, OTHER.put(path, "").status(), path);
            var parted = OTHER.send("DELETE", path, BodyPublishers.noBody());
            assertEquals(404, parted.status(), path);
            assertFalse(parted.text().contains(word), path);
        }
    }

    private static String only(Answer answer) {
        assertEquals(1, answer.json().size(), answer::toString);
        return answer.json().path(0).path("id").asText();
    }
}
