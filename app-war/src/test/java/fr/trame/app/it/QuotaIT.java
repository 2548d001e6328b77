package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The room of a tenant: what takes it, what gives it back, and that two who come at once do not both take the last of it. */
class QuotaIT {

    private static final int MEGABYTE = 1_000_000;
    private static final Caller ADMIN = Caller.as("fimme-admin").in("fimme");
    private static final Caller AUTHOR = Caller.as("fimme-direction").in("fimme");

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        Assumptions.assumeTrue(
                Part.home().isPresent(), "the operator's command needs the keys of the stack, which is not ours");
        place = Place.make(AUTHOR, "quotas");
    }

    @AfterAll
    static void noQuota() {
        if (Part.home().isPresent()) {
            Operator.run("tenant", "quota", "fimme", "--megabytes", "none");
        }
    }

    @Test
    void whatComesTakesRoomAndWhatIsMoreThanThereIsIsRefused() {
        var before = room().path("used").asLong();
        leave(5);
        place.upload("deux.txt", bytes(2 * MEGABYTE));
        assertEquals(before + 2 * MEGABYTE, room().path("used").asLong());
        var refused = AUTHOR.upload(place.dossier(), "quatre.txt", bytes(4 * MEGABYTE));
        assertEquals(413, refused.status(), refused::toString);
        assertEquals(
                "urn:trame:problem:storage.full", refused.json().path("type").asText());
        assertTrue(refused.json().path("detail").asText().contains("4\u202fMo"), refused::text);
        assertEquals(before + 2 * MEGABYTE, room().path("used").asLong(), "nothing of it is counted");
        var version = AUTHOR.send(
                "POST",
                "/dossiers/" + place.dossier() + "/documents?name=deux.txt&onSameName=version",
                BodyPublishers.ofByteArray(bytes(4 * MEGABYTE)));
        assertEquals(413, version.status(), "a version takes room too");
        assertEquals(403, AUTHOR.get("/storage").status());
    }

    @Test
    void aTransferHasItsPlaceFromTheStartAndGivesItBack() {
        leave(5);
        var before = room().path("used").asLong();
        var sender = new Tus(AUTHOR, place.dossier());
        var first = sender.begun("a.txt", 4 * MEGABYTE);
        assertEquals(before + 4 * MEGABYTE, room().path("used").asLong());
        assertTrue(room().path("reserved").asLong() >= 4 * MEGABYTE);
        assertEquals(
                413,
                AUTHOR.upload(place.dossier(), "b.txt", bytes(2 * MEGABYTE)).status());
        assertEquals(413, sender.begin("c.txt", 2 * MEGABYTE).status(), "before its first byte");
        assertEquals(204, sender.delete(first).status());
        assertEquals(before, room().path("used").asLong());
        place.upload("b.txt", bytes(2 * MEGABYTE));
    }

    @Test
    void manyWhoComeAtOnceDoNotPassIt() throws Exception {
        leave(5);
        var quota = room().path("quota").asLong();
        var senders = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < 12; number++) {
            var name = "ensemble " + number + ".txt";
            var bytes = bytes(MEGABYTE);
            senders.add(() -> AUTHOR.upload(place.dossier(), name, bytes).status());
        }
        var pool = Executors.newFixedThreadPool(senders.size());
        var taken = 0;
        for (var answer : pool.invokeAll(senders)) {
            taken += answer.get() == 201 ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(5, taken, "as many as there was room for, and each of those");
        assertTrue(room().path("used").asLong() <= quota);
    }

    @Test
    void theAdministratorsAreWarnedOnceForEachLevel() {
        Operator.run("tenant", "quota", "fimme", "--megabytes", "none");
        place.upload("avant.txt", bytes(8 * MEGABYTE));
        var used = (room().path("used").asLong() + MEGABYTE - 1) / MEGABYTE;
        var rows = Rows.of("fimme");
        rows.text("update storage_usage set warned = 0 returning warned");
        // Four fifths of it are three to four megabytes away.
        Operator.run("tenant", "quota", "fimme", "--megabytes", String.valueOf((used + 3) * 10 / 8 + 1));
        var before = rows.number("select count(*) from audit_entry where operation = 'STORAGE_LEVEL_80'");
        place.upload("quatre-vingts.txt", bytes(5 * MEGABYTE));
        place.upload("encore.txt", bytes(1000));
        assertEquals(before + 1, rows.number("select count(*) from audit_entry where operation = 'STORAGE_LEVEL_80'"));
        Product.waitUntil(
                "the mail is on its way", () -> rows.number("select count(*) from outbox where type = 'QUOTA'") == 0);
        Operator.run("tenant", "quota", "fimme", "--megabytes", "none");
    }

    /** Gives the tenant so many megabytes more than it uses, and not one whole megabyte beyond. */
    private static void leave(int megabytes) {
        var used = (room().path("used").asLong() + MEGABYTE - 1) / MEGABYTE;
        Operator.run("tenant", "quota", "fimme", "--megabytes", String.valueOf(used + megabytes));
    }

    private static JsonNode room() {
        return ADMIN.get("/storage").json();
    }

    /** Lines without a word, and one that makes them a file of their own. */
    private static byte[] bytes(int size) {
        var text = "\n".repeat(size - 12) + Place.word().substring(0, 12);
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
