package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A disk without room: whoever writes is told, nothing is half-saved, what is there can be read, and once there is room
 * again all goes on without anybody's hand.
 */
class FullDiskIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final int MEBIBYTE = 1 << 20;

    private static Place place = new Place(AUTHOR, "", "");

    private @Nullable SmallDisk disk;
    private Part part = Part.STORE;

    @BeforeAll
    static void makeAPlace() {
        if (Part.home().isEmpty() || !SmallDisk.isPossible()) {
            var reason = "These tests may not mount a disk here: full disks are not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "disque plein");
        Checked.setRight();
    }

    @AfterEach
    void theDiskAsItWas() {
        if (disk != null) {
            Stack.down(part);
            disk.remove();
        }
        Stack.up();
        // Its database was away too: the first it is asked may be told so.
        Product.waitUntil("people can sign in", () -> Tokens.isGranted("lecture"));
    }

    @Test
    void withoutRoomInTheStoreAnUploadIsRefusedAndNothingOfItIsKept() {
        var kept = place.upload("avant.txt", "Gardé.".getBytes(StandardCharsets.UTF_8));
        place.indexed(kept);
        var small = full(Part.STORE, 6 * MEBIBYTE);
        var rows = Rows.of(Product.ARA);
        var before = rows.digest();
        var refused = AUTHOR.upload(place.dossier(), "trop.txt", text(8 * MEBIBYTE));
        assertEquals(503, refused.status(), refused::toString);
        assertEquals(
                Wording.of(Locale.FRENCH, "store.unavailable"),
                refused.json().path("detail").asText());
        assertEquals(before, rows.digest(), "nothing half-saved");
        assertArrayEquals(
                "Gardé.".getBytes(StandardCharsets.UTF_8),
                AUTHOR.get("/documents/" + kept + "/content").bytes());
        small.free();
        place.indexed(place.upload("trop.txt", text(8 * MEBIBYTE)));
        assertEquals(List.of(), lost("trop.txt"), "its row has its object");
    }

    @Test
    void withoutRoomInTheDatabaseNothingIsAcknowledgedThatIsNotKept() {
        Checked.quiet(); // the administrator signs in while Keycloak can write
        var small = full(Part.POSTGRES, MEBIBYTE);
        var acknowledged = new ArrayList<String>();
        var words = new String(text(15_000), StandardCharsets.US_ASCII).replace('\n', ' ');
        Answer last;
        do {
            last = AUTHOR.post(
                    "/workspaces/" + place.workspace() + "/fiches",
                    "{\"title\": \"Pleine %d\", \"axis\": \"RECRUIT\", \"description\": \"%s\"}"
                            .formatted(acknowledged.size(), words));
            if (last.status() == 201) {
                acknowledged.add(last.created());
            }
        } while (last.status() == 201 && acknowledged.size() < 20_000);
        assertEquals(503, last.status(), last::toString);
        assertTrue(last.header("Content-Type").startsWith("application/problem+json"), last::toString);
        small.free();
        Stack.up();
        Product.waitUntil(
                "it writes again",
                () -> AUTHOR.post(
                                        "/workspaces/" + place.workspace() + "/fiches",
                                        "{\"title\": \"Après\", \"axis\": \"RECRUIT\"}")
                                .status()
                        == 201);
        for (var fiche : acknowledged) {
            assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
        }
        System.out.println(acknowledged.size() + " fiches were acknowledged before the disk was full, all are there");
        assertEquals(List.of(), Checked.differencesOfTheIndex(), "the index is what the database is");
    }

    @Test
    void withoutRoomInTheIndexWritingGoesOnAndTheIndexCatchesUp() {
        var word = Place.word();
        var small = full(Part.ELASTICSEARCH, MEBIBYTE / 2);
        var fiche = place.fiche("Écrite sans place dans l’index, " + word);
        var document = place.upload("sans-place.txt", text(3 * MEBIBYTE));
        assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
        assertEquals(200, AUTHOR.get("/documents/" + document + "/content").status());
        small.free();
        place.indexed(document);
        Product.waitUntil(
                "it is found", () -> AUTHOR.search(word).json().path("total").asInt() == 1);
        assertEquals(List.of(), Checked.differencesOfTheIndex(), "the index is what the database is");
    }

    private SmallDisk full(Part where, long left) {
        Stack.down(where);
        part = where;
        var small = SmallDisk.under(where);
        disk = small;
        Stack.up();
        small.fill(left);
        return small;
    }

    private static List<String> lost(String name) {
        return StreamSupport.stream(Checked.now().path("findings").spliterator(), false)
                .filter(each -> each.path("kind").asText().equals("OBJECT_MISSING"))
                .map(JsonNode::toString)
                .filter(each -> each.contains(name))
                .toList();
    }

    /** Words that no two lines share, so that neither disk nor index makes it much smaller. */
    private static byte[] text(int length) {
        var random = new Random(length);
        var text = new byte[length];
        for (var at = 0; at < length; at++) {
            text[at] = (byte) (at % 60 == 59 ? '\n' : at % 9 == 8 ? ' ' : 'a' + random.nextInt(26));
        }
        return text;
    }
}
