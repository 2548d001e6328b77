package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments are found with their document, and documents by the forms their own language gives to words. */
class CommentSearchIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    @Test
    void aCommentIsFoundAtItsPageFollowsItsDocumentAndGoesWithIt() {
        var place = Place.make(AUTHOR, "recherche d’avis");
        var document = place.upload("rapport.pdf", Samples.pdf("Un.", "Deux."));
        place.indexed(document);
        var word = Place.word();
        var comment = AUTHOR.post(
                        "/documents/" + document + "/comments",
                        "{\"text\": \"Une remarque sur " + word + "\", \"page\": 2}")
                .created();
        found(word, 1);
        var hit = AUTHOR.search(word).json().at("/hits/0");
        assertEquals("COMMENT " + comment + " 2", kind(hit), hit::toString);
        assertEquals(document, hit.path("document").asText());
        assertTrue(hit.path("title").toString().contains("rapport.pdf"), hit::toString);
        assertTrue(hit.path("snippet").toString().contains("remarque"), hit::toString);
        assertEquals(
                1,
                AUTHOR.get("/search?q=" + word + "&kind=COMMENT")
                        .json()
                        .path("total")
                        .asInt());
        assertEquals(
                0,
                AUTHOR.get("/search?q=" + word + "&kind=DOCUMENT")
                        .json()
                        .path("total")
                        .asInt());

        var elsewhere = Place.make(AUTHOR, "ailleurs");
        var moved =
                AUTHOR.post("/dossiers/" + elsewhere.dossier() + "/moves", "{\"documents\": [\"" + document + "\"]}");
        assertEquals(204, moved.status(), moved::toString);
        Product.waitUntil(
                "it is found where its document is",
                () -> AUTHOR.get("/search?q=" + word + "&workspace=" + elsewhere.workspace())
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
        AUTHOR.put("/comments/" + comment, "{\"text\": \"Autre chose\"}");
        found(word, 0);
        AUTHOR.put("/comments/" + comment, "{\"text\": \"Encore " + word + "\"}");
        found(word, 1);
        AUTHOR.send("DELETE", "/documents/" + document, BodyPublishers.noBody());
        found(word, 0);
        AUTHOR.post("/documents/" + document + "/take-back", "");
        found(word, 1);
        var second = place.upload("second.txt", "Second".getBytes(StandardCharsets.UTF_8));
        var other = AUTHOR.post("/documents/" + second + "/comments", "{\"text\": \"x" + word + "\"}")
                .created();
        found("x" + word, 1);
        AUTHOR.send("DELETE", "/comments/" + other, BodyPublishers.noBody());
        found("x" + word, 0);
        assertEquals(
                List.of(),
                Checked.differencesOfTheIndex().stream()
                        .map(each -> each.path("subject").asText())
                        .filter(List.of(document, comment, second, other)::contains)
                        .toList(),
                "the index is what the database is");
    }

    @Test
    void anEnglishAndAnArabicTextAreFoundByAnotherFormOfTheirWords() {
        var place = Place.make(AUTHOR, "langues");
        var english = place.upload(
                "agreement.txt",
                ("The parties have negotiated and signed several binding agreements about the industrial sites of the"
                                + " region, and each of them undertakes to publish the decisions of its committees.")
                        .getBytes(StandardCharsets.UTF_8));
        var arabic = place.upload(
                "ittifaq.txt",
                ("تعمل الشركات الصناعية في المنطقة على تطوير المشاريع المحلية وتوقيع الاتفاقيات بين الأطراف"
                                + " من أجل دعم الصناعة وتوفير فرص العمل للسكان")
                        .getBytes(StandardCharsets.UTF_8));
        place.indexed(english);
        place.indexed(arabic);
        assertEquals("en", language(english));
        assertEquals("ar", language(arabic));
        only(place, "negotiating agreement", english);
        only(place, "شركة صناعية", arabic);
        var snippet = in(place, "شركة").json().at("/hits/0/snippet").toString();
        assertTrue(snippet.contains("الشركات"), snippet);
        assertFalse(in(place, "négociation").text().contains(english), "no French form is English");
    }

    private static void only(Place place, String words, String document) {
        Product.waitUntil(words, () -> in(place, words).text().contains(document));
        assertEquals(1, in(place, words).json().path("total").asInt());
    }

    private static Answer in(Place place, String words) {
        return AUTHOR.get("/search?q=" + Caller.encoded(words) + "&workspace=" + place.workspace());
    }

    private static String language(String document) {
        return Rows.of(Product.ARA).text("select language from document_reading where document_id = ?::uuid", document);
    }

    private static String kind(com.fasterxml.jackson.databind.JsonNode hit) {
        return hit.path("kind").asText() + " " + hit.path("id").asText() + " "
                + hit.path("page").asText();
    }

    private static void found(String word, int times) {
        Product.waitUntil(
                word + " is found " + times + " times",
                () -> AUTHOR.search(word).json().path("total").asInt() == times);
    }
}
