package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every REST door, those added later included, tried by people it is not for: the answer is no, the audit trail holds it
 * and nothing has changed.
 */
class ApiDoorsIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller READER = Caller.as("lecture");
    private static final Caller STRANGER = Caller.as("hdf-presidence");
    private static final String STRANGERS_SUBJECT = "00000000-0000-7000-8000-000000000007";
    private static final String READERS_SUBJECT = "00000000-0000-7000-8000-000000000005";

    private static Map<String, String> ids = Map.of();

    @BeforeAll
    static void writeSomethingToLookFor() {
        var place = Place.make(AUTHOR, "portes");
        var document = place.upload("portes.txt", "Un texte à lire.".getBytes(StandardCharsets.UTF_8));
        place.settled(document);
        var link = "{\"label\": \"Portes\", \"endsAt\": \""
                + OffsetDateTime.now(ZoneOffset.UTC).plusDays(1) + "\", \"maxFiles\": 1, \"maxBytes\": 1000}";
        var deposit = "/dossiers/" + place.dossier() + "/deposit-links";
        assertEquals(201, AUTHOR.post(deposit, link).status());
        var comment = AUTHOR.post("/documents/" + document + "/comments", "{\"text\": \"Un avis\"}")
                .created();
        ids = Map.of(
                "workspaces", place.workspace(),
                "fiches", place.fiche("Une fiche que d’autres cherchent"),
                "dossiers", place.dossier(),
                "documents", document,
                "versions", "1",
                "comments", comment,
                "links", AUTHOR.get(deposit).json().path(0).path("id").asText());
    }

    @TestFactory
    List<DynamicTest> aReaderReads() {
        return tests(doors(door -> door.isRead() && !door.isForAdministrators()), door -> {
            var answer = door.knock(READER, ids);
            assertEquals(200, answer.status(), answer::toString);
        });
    }

    @TestFactory
    List<DynamicTest> aReaderDoesNotReadWhatIsForAdministrators() {
        return tests(doors(door -> door.isRead() && door.isForAdministrators()), door -> {
            var rows = Rows.of(Product.ARA);
            var refusals = refusals(rows, READERS_SUBJECT);
            problem(door.knock(READER, ids), 403);
            assertEquals(refusals + 1, refusals(rows, READERS_SUBJECT), "audited refusals");
        });
    }

    @TestFactory
    List<DynamicTest> aReaderWritesNothing() {
        return tests(doors(door -> !door.isRead()), door -> {
            var rows = Rows.of(Product.ARA);
            var before = rows.digest();
            var refusals = refusals(rows, READERS_SUBJECT);
            var answer = door.knock(READER, ids);
            problem(answer, 403);
            assertEquals(before, rows.digest());
            assertEquals(refusals + 1, refusals(rows, READERS_SUBJECT), "audited refusals");
        });
    }

    @TestFactory
    List<DynamicTest> aForeignTenantInTheAddressIsNotFoundAndAudited() {
        return tests(Door.all(), door -> {
            var rows = Rows.of(Product.ARA);
            var before = rows.digest();
            var refusals = rows.refusals(STRANGERS_SUBJECT, "TENANT_ENTER");
            problem(door.knock(STRANGER, ids), 404);
            assertEquals(before, rows.digest());
            assertEquals(refusals + 1, rows.refusals(STRANGERS_SUBJECT, "TENANT_ENTER"), "audited refusals");
        });
    }

    @TestFactory
    List<DynamicTest> anIdentifierOfAnotherTenantIsNotFoundInOnesOwnAddress() {
        var theirs = STRANGER.in(Product.HDF);
        return tests(doors(door -> door.namesSomething() && !door.isForAdministrators()), door -> {
            var rows = Rows.of(Product.ARA);
            var before = rows.digest();
            var foreign = door.knock(theirs, ids);
            problem(foreign, 404);
            assertEquals(before, rows.digest());
            var unknown = door.knock(theirs, Map.of());
            assertEquals(unknown.text(), foreign.text(), "what exists elsewhere looks like what exists nowhere");
        });
    }

    @Test
    void anOrganisationOfAnotherTenantCannotBeNamedInAFiche() {
        var organisation =
                AUTHOR.get("/organisations").json().path(0).path("id").asText();
        assertFalse(organisation.isEmpty(), "the demonstration has organisations");
        var own = STRANGER.in(Product.HDF);
        var workspace = own.get("/workspaces").json().path(0).path("id").asText();
        var before = Rows.of(Product.HDF).digest();
        for (var naming : List.of(
                "\"leadOrganisationId\": \"%s\"",
                "\"partners\": [{\"organisationId\": \"%s\", \"role\": \"EXPERT\"}]")) {
            var answer = own.post(
                    "/workspaces/" + workspace + "/fiches",
                    "{\"title\": \"Essai\", \"axis\": \"RECRUIT\", " + naming.formatted(organisation) + "}");
            problem(answer, 422);
        }
        assertEquals(before, Rows.of(Product.HDF).digest());
    }

    @Test
    void aTenantThatDoesNotExistLooksLikeOneThatIsClosedToThePerson() {
        var foreign = STRANGER.in(Product.ARA).get("/workspaces");
        var nowhere = STRANGER.in("atlantide").get("/workspaces");
        assertEquals(404, nowhere.status());
        assertEquals(nowhere.text(), foreign.text());
    }

    @Test
    void aSearchFindsNothingOfAnotherTenant() {
        var word = Place.word();
        var place = Place.make(AUTHOR, "recherche étrangère");
        place.indexed(place.upload("secret.txt", ("Le mot est " + word).getBytes(StandardCharsets.UTF_8)));
        Product.waitUntil(
                "its own tenant finds it",
                () -> AUTHOR.search(word).json().path("total").asInt() == 1);
        var theirs = STRANGER.in(Product.HDF).search(word);
        assertEquals(200, theirs.status(), theirs::toString);
        assertEquals(0, theirs.json().path("total").asInt());
        var narrowed = STRANGER.in(Product.HDF).get("/search?q=" + word + "&workspace=" + place.workspace());
        assertEquals(0, narrowed.json().path("total").asInt());
    }

    @Test
    void anIdentifierThatIsNoneIsNotFound() {
        for (var id : List.of("1", "x", "'", "..", UUID.randomUUID() + "x")) {
            problem(AUTHOR.get("/fiches/" + Caller.encoded(id)), 404);
        }
    }

    private static long refusals(Rows rows, String subject) {
        return rows.number("select count(*) from audit_entry where outcome = 'REFUSED' and actor = ?", subject);
    }

    private static List<Door> doors(Predicate<Door> which) {
        return Door.all().stream().filter(which).toList();
    }

    private static List<DynamicTest> tests(List<Door> doors, java.util.function.Consumer<Door> test) {
        return doors.stream()
                .map(door -> DynamicTest.dynamicTest(door.method() + " " + door.template(), () -> test.accept(door)))
                .toList();
    }

    private static void problem(Answer answer, int status) {
        assertEquals(status, answer.status(), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer::toString);
        assertEquals(status, answer.json().path("status").asInt());
        assertFalse(answer.json().path("detail").asText().isBlank(), answer::toString);
    }
}
