package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people say of a document, by the REST door: who may, what stays, and who is told. */
class CommentsIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller OTHER = Caller.as("chef-projet");
    private static final Caller READER = Caller.as("lecture");
    private static final int BESIDE = 5_000;

    private static Place place = new Place(AUTHOR, "", "");
    private static String document = "";

    @BeforeAll
    static void uploadSomethingToTalkAbout() {
        place = Place.make(AUTHOR, "commentaires");
        document = place.upload("avis.pdf", Samples.pdf("Première page.", "Seconde page."));
        place.indexed(document);
    }

    @Test
    void aThreadIsBegunAnsweredSettledAndTakenUpAgain() {
        var first = said(AUTHOR, "{\"text\": \"Que veut dire ceci ?\", \"page\": 2}");
        var reply = said(OTHER, "{\"text\": \"Que tout va bien.\", \"parent\": \"" + first + "\"}");
        var again = said(AUTHOR, "{\"text\": \"Merci.\", \"parent\": \"" + reply + "\"}");
        var thread = thread(first);
        assertEquals(List.of(first, reply, again), ids(thread), "an answer to an answer stays in the thread");
        assertEquals(2, thread.get(0).path("page").asInt());
        assertFalse(thread.get(1).path("own").asBoolean());
        assertEquals(
                204,
                OTHER.put("/comments/" + reply + "/resolved", "{\"resolved\": true}")
                        .status());
        assertTrue(thread(first).get(0).path("resolved").asBoolean());
        assertEquals(
                204,
                AUTHOR.put("/comments/" + first + "/resolved", "{\"resolved\": false}")
                        .status());
        assertFalse(thread(first).get(0).path("resolved").asBoolean());
    }

    @Test
    void onlyItsAuthorChangesACommentAndWhatIsTakenBackLeavesItsPlace() {
        var comment = said(OTHER, "{\"text\": \"Un mot de trop\"}");
        var reply = said(AUTHOR, "{\"text\": \"Vraiment ?\", \"parent\": \"" + comment + "\"}");
        assertEquals(
                403, AUTHOR.put("/comments/" + comment, "{\"text\": \"Autre\"}").status());
        assertEquals(403, delete(AUTHOR, comment).status());
        assertEquals(
                204,
                OTHER.put("/comments/" + comment, "{\"text\": \"Un mot juste\"}")
                        .status());
        assertTrue(thread(comment).get(0).path("edited").asBoolean());
        assertEquals(204, delete(OTHER, comment).status());
        var thread = thread(comment);
        assertEquals("", thread.get(0).path("text").asText());
        assertTrue(thread.get(0).path("deleted").asBoolean());
        assertEquals(reply, thread.get(1).path("id").asText());
        assertEquals(
                "0",
                Rows.of(Product.ARA).text("select count(*) from document_comment where body like 'Un mot%'"),
                "its words are gone");
        assertEquals(409, delete(OTHER, comment).status());
    }

    @Test
    void whatIsTooLongEmptyOrNowhereIsRefusedInWords() {
        assertEquals(422, post(AUTHOR, "{\"text\": \"  \"}").status());
        assertEquals(
                422, post(AUTHOR, "{\"text\": \"" + "x".repeat(4001) + "\"}").status());
        assertEquals(
                201, post(AUTHOR, "{\"text\": \"" + "x".repeat(4000) + "\"}").status());
        var nowhere = post(AUTHOR, "{\"text\": \"Où ?\", \"page\": 3}");
        assertEquals(422, nowhere.status());
        assertTrue(nowhere.text().contains("1 à 2"), nowhere::toString);
        assertEquals(422, post(AUTHOR, "{\"text\": \"Où ?\", \"page\": -1}").status());
        assertEquals(
                404,
                post(AUTHOR, "{\"text\": \"À qui ?\", \"parent\": \"00000000-0000-7000-8000-000000000000\"}")
                        .status());
        var elsewhere = place.upload("autre.txt", "Autre".getBytes(StandardCharsets.UTF_8));
        var other = AUTHOR.post("/documents/" + elsewhere + "/comments", "{\"text\": \"Là\"}")
                .created();
        assertEquals(
                404,
                post(AUTHOR, "{\"text\": \"Ici\", \"parent\": \"" + other + "\"}")
                        .status());
    }

    @Test
    void aReaderReadsAndDoesNotWrite() {
        var comment = said(AUTHOR, "{\"text\": \"À lire\"}");
        assertEquals(200, READER.get("/documents/" + document + "/comments").status());
        assertEquals(403, post(READER, "{\"text\": \"Non\"}").status());
        assertEquals(
                403,
                READER.put("/comments/" + comment + "/resolved", "{\"resolved\": true}")
                        .status());
    }

    @Test
    void whatIsSaidIsHiddenWithItsDocument() {
        var word = Place.word();
        var closed = Place.makeRestricted(AUTHOR, "avis fermés");
        var secret = closed.upload("secret.txt", "Secret".getBytes(StandardCharsets.UTF_8));
        var path = "/documents/" + secret + "/comments";
        var comment = AUTHOR.post(path, "{\"text\": \"" + word + "\"}").created();
        for (var caller : List.of(OTHER, READER)) {
            assertEquals(404, caller.get(path).status(), caller.account());
        }
        assertEquals(404, OTHER.post(path, "{\"text\": \"Non\"}").status());
        assertEquals(
                404, OTHER.put("/comments/" + comment, "{\"text\": \"Non\"}").status());
        assertEquals(404, delete(OTHER, comment).status());
        AUTHOR.send("DELETE", "/documents/" + secret, BodyPublishers.noBody());
        assertEquals(404, AUTHOR.get(path).status(), "in the trash");
        assertEquals(404, delete(AUTHOR, comment).status());
        sql(
                "update document set deleted_at = null, deleted_by = null, state = 'QUARANTINED', failure = 'INFECTED'"
                        + " where id = ?::uuid returning id",
                secret);
        assertEquals("[]", AUTHOR.get(path).text(), "in quarantine, for those who know of it");
        assertEquals(409, AUTHOR.post(path, "{\"text\": \"Non\"}").status());
    }

    @Test
    void whoIsNamedIsToldByMailOnceAndOnlyWhoMayRead() {
        var word = Place.word();
        var open = place.upload(word + ".txt", "Ouvert".getBytes(StandardCharsets.UTF_8));
        var name = sql("select display_name from member where email like ?", "lecture@%");
        var path = "/documents/" + open + "/comments";
        var comment = AUTHOR.post(path, "{\"text\": \"@" + name + " qu’en dites-vous ? " + word + "\"}")
                .created();
        Product.waitUntil("the letter", () -> mails(word).size() == 1);
        var mail = mails(word).get(0).path("mimeMessage").asText().replace("=\r\n", "");
        assertTrue(mail.contains("/documents/" + open + "#comment-" + comment), mail);
        assertFalse(mail.contains("dites-vous"), "the letter holds none of the words");
        AUTHOR.put("/comments/" + comment, "{\"text\": \"@" + name + " encore\"}");

        var closed = Place.makeRestricted(AUTHOR, "mentions fermées");
        var secret = closed.upload("ferme-" + word + ".txt", "Fermé".getBytes(StandardCharsets.UTF_8));
        AUTHOR.post("/documents/" + secret + "/comments", "{\"text\": \"@" + name + "\"}")
                .created();
        Product.waitUntil(
                "all letters are written",
                () -> Rows.of(Product.ARA).number("select count(*) from outbox where type = 'MENTION'") == 0);
        assertEquals(1, mails(word).size());
    }

    private static List<JsonNode> mails(String word) {
        var catcher = Integer.parseInt(Product.variable("TRAME_SMTP_PORT")) + BESIDE;
        var answer = Product.send(HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + catcher + "/api/user/lecture@demo.trame.test/messages/")));
        return StreamSupport.stream(answer.json().spliterator(), false)
                .filter(mail -> mail.path("subject").asText().contains(word))
                .toList();
    }

    private static JsonNode thread(String first) {
        for (var thread : AUTHOR.get("/documents/" + document + "/comments").json()) {
            if (thread.path(0).path("id").asText().equals(first)) {
                return thread;
            }
        }
        throw new AssertionError("no thread " + first);
    }

    private static List<String> ids(JsonNode thread) {
        return StreamSupport.stream(thread.spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static String said(Caller caller, String json) {
        return post(caller, json).created();
    }

    private static Answer post(Caller caller, String json) {
        return caller.post("/documents/" + document + "/comments", json);
    }

    private static Answer delete(Caller caller, String comment) {
        return caller.send("DELETE", "/comments/" + comment, BodyPublishers.noBody());
    }

    private static String sql(String statement, String... arguments) {
        return Rows.of(Product.ARA).text(statement, arguments);
    }
}
