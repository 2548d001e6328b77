package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is wrong is refused in French and in English, with the field to blame, and nothing of it is kept. */
class ApiBadInputIT {

    private static final byte[] TEXT = "Un texte.".getBytes(StandardCharsets.UTF_8);
    private static final Caller AUTHOR = Caller.as("presidence");

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "mauvaises saisies");
    }

    /**
     * @param field to blame, "" for none
     */
    private record Bad(String name, int status, String field, Function<Caller, Answer> call) {}

    @TestFactory
    Stream<DynamicTest> aFiche() {
        return Stream.of(
                        fiche("without a title", "title", "\"axis\": \"RECRUIT\""),
                        fiche("with a blank title", "title", "\"title\": \"  \", \"axis\": \"RECRUIT\""),
                        fiche("without an axis", "axis", "\"title\": \"Essai\""),
                        fiche("of an unknown axis", "axis", "\"title\": \"Essai\", \"axis\": \"NOWHERE\""),
                        fiche("whose title is too long", "title", titled("x".repeat(301))),
                        fiche("whose context is too long", "context", with("context", text(10_001))),
                        fiche("whose objectives are too long", "objectives", with("objectives", text(10_001))),
                        fiche("whose description is too long", "description", with("description", text(20_001))),
                        fiche(
                                "that ends before it starts",
                                "endDate",
                                with("startDate", "\"2027-01-02\"") + ", \"endDate\": \"2027-01-01\""),
                        fiche(
                                "with a partner without a role",
                                "partners.role",
                                with("partners", "[{\"organisationId\": \"%s\"}]".formatted(organisation()))),
                        fiche("with one partner twice", "partners", with("partners", twice())),
                        fiche(
                                "with an unknown lead",
                                "leadOrganisationId",
                                with("leadOrganisationId", "\"00000000-0000-0000-0000-000000000000\"")),
                        fiche("with an unknown need", "needs", with("needs", "[\"NOTHING\"]")),
                        fiche("with an unknown measure", "measures", with("measures", "[\"NOTHING\"]")),
                        fiche("with a negative amount", "funding", funding("2027, \"planned\": -1")),
                        fiche("with an enormous amount", "funding", funding("2027, \"planned\": 1e300")),
                        fiche("funded in the year 1", "funding", funding("1")),
                        fiche("with a character no database keeps", "title", titled("a\\u0000b")))
                .map(ApiBadInputIT::test);
    }

    @TestFactory
    Stream<DynamicTest> aFile() {
        return Stream.of(
                        file("of a refused type", 415, "file", "programme.exe", TEXT),
                        file("without an extension, and no text", 415, "file", "programme", new byte[] {'M', 'Z', 0, 1
                        }),
                        file("that is not what its name says", 415, "file", "plan.pdf", TEXT),
                        file("that is empty", 422, "file", "vide.txt", new byte[0]),
                        file("without a name", 422, "name", "", TEXT),
                        file("whose name is too long", 422, "name", "x".repeat(300) + ".txt", TEXT),
                        file("whose name climbs", 422, "name", "../../etc/passwd.txt", TEXT),
                        file("whose name climbs on Windows", 422, "name", "..\\plan.txt", TEXT),
                        file("whose name holds a control character", 422, "name", "pl\u0007an.txt", TEXT),
                        file("whose name holds a line end", 422, "name", "plan.txt\r\nX: y.txt", TEXT),
                        file("whose name holds a zero", 422, "name", "plan.exe\0.txt", TEXT),
                        file("whose name turns its direction", 422, "name", "plan\u202etxt.exe.txt", TEXT),
                        file("whose name hides a mark", 422, "name", "pl\u200ban.txt", TEXT))
                .map(ApiBadInputIT::test);
    }

    @TestFactory
    Stream<DynamicTest> somethingElse() {
        var fiches = "/workspaces/" + place.workspace() + "/fiches";
        var dossiers = "/workspaces/" + place.workspace() + "/dossiers";
        var workspace = "{\"code\": \"%s\", \"name\": \"%s\"}";
        var settled = settledDocument();
        return Stream.of(
                        post("no JSON", 400, "", fiches, "{\"title\": "),
                        post("nothing", 400, "", fiches, ""),
                        post("null", 400, "", fiches, "null"),
                        post("a list", 400, "", fiches, "[]"),
                        post("a number for a text", 400, "", fiches, "{\"title\": {}, \"axis\": []}"),
                        post("no date", 400, "", fiches, "{" + with("startDate", "\"demain\"") + "}"),
                        post("no such phase", 400, "", fiches, "{" + with("phase", "\"DREAM\"") + "}"),
                        post("a null partner", 400, "", fiches, "{" + with("partners", "[null]") + "}"),
                        post("a null funding", 400, "", fiches, "{" + with("funding", "[null]") + "}"),
                        post("a bad code", 422, "code", "/workspaces", workspace.formatted("a b", "Essai")),
                        post("no name", 422, "name", "/workspaces", workspace.formatted("ESSAI", "")),
                        post("no kind", 422, "kind", "/organisations", "{\"name\": \"Essai\"}"),
                        post("a long name", 422, "name", dossiers, "{\"name\": " + text(201) + "}"),
                        post("a taken name", 409, "", dossiers, "{\"name\": \"Dossier d’essai, mauvaises saisies\"}"),
                        post("a retry of what did not fail", 409, "", "/documents/" + settled + "/retry", ""))
                .map(ApiBadInputIT::test);
    }

    @Test
    void theSecondOfTwoPeopleWhoSaveIsToldAndTheFirstsWordsStay() {
        var id = place.fiche("Écrite à deux");
        var path = "/fiches/" + id;
        var version = AUTHOR.get(path).json().path("version").asInt();
        var body = "{\"title\": \"%s\", \"axis\": \"RECRUIT\", \"version\": " + version + "}";
        assertEquals(
                200,
                Caller.as("chef-projet")
                        .put(path, body.formatted("Du chef de projet"))
                        .status());
        var late = new Bad("", 409, "", caller -> caller.put(path, body.formatted("De la présidence")));
        refused(late);
        assertEquals("Du chef de projet", AUTHOR.get(path).json().path("title").asText());
    }

    @Test
    void aSearchOfOperatorsAloneFindsNothingAndBreaksNothing() {
        for (var words :
                List.of("+", "-", "|", "\"", "*", "(", ")", "~", "+-|*\"()~2", "\\", "a OR", "AND AND", "/.*/")) {
            var answer = AUTHOR.search(words);
            assertEquals(200, answer.status(), answer::toString);
        }
    }

    @Test
    void aSearchOfTenKilobytesIsAnsweredOrRefusedInOrder() {
        for (var words :
                List.of("industrie ".repeat(1_000), "x".repeat(10_000), "(".repeat(3_000), "\"a\" | ".repeat(800))) {
            var answer = AUTHOR.search(words);
            assertTrue(List.of(200, 400, 414, 431).contains(answer.status()), answer::toString);
            assertFalse(answer.text().contains("Exception"), answer::toString);
        }
    }

    private static DynamicTest test(Bad bad) {
        return DynamicTest.dynamicTest(bad.name(), () -> refused(bad));
    }

    private static void refused(Bad bad) {
        var rows = Rows.of(Product.ARA);
        var before = rows.digest();
        var french = bad.call().apply(AUTHOR.speaking("fr"));
        var english = bad.call().apply(AUTHOR.speaking("en"));
        for (var answer : List.of(french, english)) {
            assertEquals(bad.status(), answer.status(), answer::toString);
            assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer::toString);
            assertEquals(bad.status(), answer.json().path("status").asInt());
            assertEquals(bad.field(), answer.json().path("field").asText(""), answer::toString);
            inWords(answer);
        }
        assertNotEquals(detail(french), detail(english), "each language has its own words");
        assertEquals(before, rows.digest(), "nothing of it is kept");
    }

    /** A sentence for people: neither a key of the bundle nor a pattern that nobody filled. */
    private static void inWords(Answer answer) {
        var words = detail(answer);
        assertTrue(words.contains(" ") && words.matches("(?s).*[.!?]"), answer::toString);
        assertFalse(words.matches("(?s).*(\\{\\d|\\?\\?\\?|[a-z]+\\.[a-z]+\\.[a-z]+).*"), answer::toString);
    }

    private static String detail(Answer answer) {
        return answer.json().path("detail").asText();
    }

    private static Bad fiche(String name, String field, String members) {
        return post(name, 422, field, "/workspaces/" + place.workspace() + "/fiches", "{" + members + "}");
    }

    private static Bad post(String name, int status, String field, String path, String body) {
        return new Bad(name, status, field, caller -> caller.post(path, body));
    }

    private static Bad file(String name, int status, String field, String fileName, byte[] bytes) {
        return new Bad(name, status, field, caller -> caller.upload(place.dossier(), fileName, bytes));
    }

    private static String titled(String title) {
        return "\"title\": \"" + title + "\", \"axis\": \"RECRUIT\"";
    }

    private static String with(String member, String json) {
        return titled("Essai") + ", \"" + member + "\": " + json;
    }

    private static String funding(String year) {
        return with("funding", "[{\"funder\": \"Région\", \"year\": " + year + "}]");
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String twice() {
        var partner = "{\"organisationId\": \"" + organisation() + "\", \"role\": \"EXPERT\"}";
        return "[" + partner + "," + partner + "]";
    }

    private static String organisation() {
        return AUTHOR.get("/organisations").json().path(0).path("id").asText();
    }

    private static String settledDocument() {
        var document = place.upload("lu.txt", TEXT);
        place.indexed(document);
        return document;
    }
}
