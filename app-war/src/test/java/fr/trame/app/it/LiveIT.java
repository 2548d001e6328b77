package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The line of a fiche that is written together: who gets one, what it takes, what it keeps. */
class LiveIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Rows ROWS = Rows.of(Product.ARA);

    private static Place place = new Place(AUTHOR, "", "");
    private static PageSession author = PageSession.of("");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "à plusieurs");
        author = PageSession.of("presidence");
    }

    @AfterAll
    static void leave() {
        author.signOut();
    }

    @Test
    void whatOneWritesTheOtherReadsAndTheFicheHolds() {
        var fiche = place.fiche("Une fiche à plusieurs");
        var word = Place.word();
        try (var first = LiveLine.open(author, Product.ARA, fiche);
                var second = LiveLine.open(author, Product.ARA, fiche)) {
            assertTrue(first.mayWrite() && second.mayWrite());
            first.update(LiveLine.paragraph("context", "Le mot est " + word + "."));
            Product.waitUntil("the other hears it", () -> second.heard(0, word));
            Product.waitUntil("it is committed", () -> first.saved() == 1);
            assertFalse(ROWS.text("select count(*) from coedit_update where fiche_id::text = ?", fiche)
                    .equals("0"));
        }
        Product.waitUntil("the fiche holds it", () -> context(fiche).equals("Le mot est " + word + "."));
        Product.waitUntil("it is found", () -> AUTHOR.search(word).text().contains(fiche));
        assertEquals(
                "1",
                ROWS.text(
                        "select count(*) from audit_entry where subject::text = ? and actor = ?"
                                + " and operation = 'FICHE_WRITTEN_TOGETHER'",
                        fiche,
                        Drive.subject("presidence")));
    }

    @Test
    void whatIsSavedSurvivesTheDeathOfTheApplication() {
        var fiche = place.fiche("Une fiche et une panne");
        var word = Place.word();
        try (var line = LiveLine.open(author, Product.ARA, fiche)) {
            line.update(LiveLine.paragraph("description", word));
            Product.waitUntil("it is committed", () -> line.saved() == 1);
        }
        Part.APP.kill();
        Stack.up();
        try (var line = LiveLine.open(PageSession.of("presidence"), Product.ARA, fiche)) {
            line.ask();
            Product.waitUntil("it is still there", () -> line.heard(0, word));
        }
        Product.waitUntil("the fiche holds it", () -> AUTHOR.get("/fiches/" + fiche)
                .json()
                .path("description")
                .asText()
                .equals(word));
        author = PageSession.of("presidence");
    }

    @Test
    void theFormDoesNotWriteOverWhatItDidNotShow() {
        var fiche = place.fiche("Une fiche et son formulaire");
        var before = AUTHOR.get("/fiches/" + fiche).json();
        try (var line = LiveLine.open(author, Product.ARA, fiche)) {
            line.update(LiveLine.paragraph("context", "Écrit ensemble"));
            Product.waitUntil("it is committed", () -> line.saved() == 1);
            assertEquals(
                    409,
                    revise(fiche, before.path("version").asInt(), "Écrit au formulaire")
                            .status());
            Product.waitUntil("the fiche holds it", () -> context(fiche).equals("Écrit ensemble"));
            var seen = AUTHOR.get("/fiches/" + fiche).json();
            assertEquals(
                    200,
                    revise(fiche, seen.path("version").asInt(), "Écrit ensemble\\nÉcrit au formulaire")
                                    .status()
                            / 100
                            * 100);
            Product.waitUntil("those who write hear of it", () -> line.heard(0, "Écrit au formulaire"));
            line.update(LiveLine.paragraph("context", "Encore ensemble"));
            Product.waitUntil(
                    "nothing is lost",
                    () -> context(fiche).contains("Encore ensemble")
                            && context(fiche).contains("Écrit au formulaire"));
        }
    }

    @Test
    void brokenMessagesEndTheirOwnLineAndNothingElse() {
        var fiche = place.fiche("Une fiche et du bruit");
        try (var steady = LiveLine.open(author, Product.ARA, fiche)) {
            assertTrue(steady.mayWrite());
            var good = LiveLine.message(0, 2, LiveLine.paragraph("context", "Bruit"));
            for (var length = 1; length < good.length; length += 7) {
                broken(fiche, Arrays.copyOf(good, length));
            }
            broken(fiche, new byte[0]);
            broken(fiche, new byte[] {9});
            broken(fiche, new byte[] {0, 5, 0});
            broken(fiche, new byte[] {1, 3, 1, 1, 1});
            broken(fiche, LiveLine.message(0, 2, LiveLine.paragraph("ailleurs", "Bruit")));
            broken(fiche, LiveLine.message(0, 0, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
            var noise = new byte[5_000];
            ThreadLocalRandom.current().nextBytes(noise);
            broken(fiche, LiveLine.message(0, 2, noise));
            try (var talking = LiveLine.open(author, Product.ARA, fiche).text("bonjour")) {
                Product.waitUntil("words end the line", () -> talking.closed() != 0);
            }
            assertEquals(0, steady.closed());
            steady.update(LiveLine.paragraph("context", "Calme"));
            Product.waitUntil("the others write on", () -> steady.saved() == 1);
        }
        assertEquals("1", ROWS.text("select count(*) from coedit_update where fiche_id::text = ?", fiche));
    }

    @Test
    void whatIsTooLargeEndsTheLine() {
        var fiche = place.fiche("Une fiche trop grande");
        try (var line = LiveLine.open(author, Product.ARA, fiche)) {
            assertTrue(line.mayWrite());
            line.update(LiveLine.paragraph("context", "x".repeat((1 << 20) + 1)));
            line.awaitClosed(1009);
        }
        assertEquals("0", ROWS.text("select count(*) from coedit_update where fiche_id::text = ?", fiche));
    }

    private static void broken(String fiche, byte[] message) {
        try (var line = LiveLine.open(author, Product.ARA, fiche).send(message)) {
            line.awaitClosed(4400);
        }
    }

    private static String context(String fiche) {
        return AUTHOR.get("/fiches/" + fiche).json().path("context").asText();
    }

    private static Answer revise(String fiche, int version, String context) {
        return AUTHOR.put(
                "/fiches/" + fiche,
                """
                {"version": %d, "title": "Revue", "axis": "RECRUIT", "context": "%s"}"""
                        .formatted(version, context));
    }
}
