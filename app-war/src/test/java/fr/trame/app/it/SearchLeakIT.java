package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What a search may tell of a workspace that is for its members only: each role, member or not, at each place where the
 * search says something. A word that stands there and nowhere else must come out for those who may read it, so that the
 * test can fail, and for nobody else.
 */
class SearchLeakIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final List<String> NEVER = List.of("hdf-presidence", "fimme-direction");
    private static final List<String> MEMBERS_ONLY = List.of("chef-projet", "entreprise", "etat", "lecture");
    private static final List<String> ALWAYS = List.of("presidence", "admin-ara");

    /** Stands beside the word, and nobody asks for it: no mark cuts it, and no other test has it. */
    private static final String BESIDE = Place.word();

    private static String word = "";
    private static String fiche = "";
    private static String open = "";
    private static String document = "";
    private static String comment = "";
    private static String remark = "";
    private static Place closed = new Place(AUTHOR, "", "");
    private static Place common = new Place(AUTHOR, "", "");

    @BeforeAll
    static void hideSomething() {
        word = Place.word();
        closed = Place.makeRestricted(AUTHOR, "fermé " + word);
        common = Place.make(AUTHOR, "ouvert");
        fiche = closed.fiche("Une fiche fermée " + word);
        open = common.fiche("Une fiche fermée, mais ouverte");
        document = closed.upload(
                word + "-plan.pdf",
                Samples.pdf("La première page.", "Le mot " + word + " est là, " + BESIDE + " aussi."));
        closed.indexed(document);
        remark = Place.word();
        comment = AUTHOR.post(
                        "/documents/" + document + "/comments",
                        "{\"text\": \"Un avis fermé " + remark + ", " + BESIDE + "\"}")
                .created();
        Product.waitUntil("the author finds the comment", () -> total(AUTHOR, remark) == 1);
        Product.waitUntil("the author finds it", () -> total(AUTHOR, word) == 3);
        Product.waitUntil(
                "the open one is found",
                () -> AUTHOR.search("fermée ouverte").text().contains(open));
    }

    @AfterEach
    void nobodyIsAMember() {
        sql("delete from workspace_member where workspace_id = ?::uuid returning subject", closed.workspace());
        sql("update workspace set restricted = true where id = ?::uuid returning id", closed.workspace());
        sql(
                "update dossier set workspace_id = ?::uuid where id = ?::uuid returning id",
                closed.workspace(),
                closed.dossier());
    }

    @TestFactory
    List<DynamicTest> nothingComesOutForThoseWhoMayNotReadIt() {
        var tests = new ArrayList<DynamicTest>();
        for (var account : MEMBERS_ONLY) {
            tests.addAll(silent(account, Caller.as(account)));
        }
        for (var account : NEVER) {
            tests.addAll(silent(account, Caller.as(account).in(account.startsWith("hdf") ? Product.HDF : "fimme")));
        }
        return tests;
    }

    /** Without it the others would prove nothing. */
    @TestFactory
    List<DynamicTest> itComesOutForThoseWhoMayReadIt() {
        var tests = new ArrayList<DynamicTest>();
        for (var account : ALWAYS) {
            tests.addAll(telling(account, false));
        }
        for (var account : MEMBERS_ONLY) {
            tests.addAll(telling(account, true));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> aMembershipThatIsTakenAwayCountsAtOnce() {
        return tests("lecture, no longer", surfaces(Caller.as("lecture")), surface -> {
            member("lecture");
            assertTrue(surface.call().text().contains(surface.needle()), "as a member");
            nobodyIsAMember();
            assertSilent(surface);
        });
    }

    /** The index says the old workspace for a moment: the second look into the database is what counts. */
    @Test
    void whatWasMovedOutOfSightIsNeitherShownNorCountedBeforeTheIndexKnows() {
        var reader = Caller.as("lecture");
        sql("update workspace set restricted = false where id = ?::uuid returning id", closed.workspace());
        assertEquals(3, total(reader, word));
        nobodyIsAMember();
        assertEquals(0, total(reader, word));
        var moved = common.upload("deplace.pdf", Samples.pdf("Un mot qui part, " + word + "."));
        common.indexed(moved);
        Product.waitUntil("it is found where it is", () -> total(reader, word) == 1);
        sql("update document set dossier_id = ?::uuid where id = ?::uuid returning id", closed.dossier(), moved);
        var answer = reader.search(word);
        assertEquals(0, answer.json().path("total").asInt(), answer::toString);
        assertEquals(0, answer.json().at("/facets/kind").size(), answer::toString);
        assertFalse(answer.text().contains(moved), answer::toString);
        assertFalse(reader.get("/suggestions?q=deplace").text().contains(moved));
        assertEquals(1, reader.get("/search/export?q=" + word).text().lines().count());
        assertEquals(404, reader.get("/search?like=" + moved).status());
    }

    @Test
    void whatIsDeletedIsNeitherShownNorCountedBeforeTheIndexKnows() {
        var gone = common.fiche("Une fiche qui part " + word.substring(3));
        Product.waitUntil("it is found", () -> total(AUTHOR, word.substring(3)) == 1);
        sql("delete from fiche where id = ?::uuid returning id", gone);
        var answer = AUTHOR.search(word.substring(3));
        assertEquals(0, answer.json().path("total").asInt(), answer::toString);
        assertFalse(AUTHOR.get("/suggestions?q=" + word.substring(3)).text().contains(gone));
    }

    /** @param needle what the answer holds for those who may read, and for nobody else */
    private record Surface(String name, java.util.function.Supplier<Answer> asked, String needle) {
        Answer call() {
            return asked.get();
        }
    }

    private static List<Surface> surfaces(Caller caller) {
        var surfaces = new LinkedHashMap<String, List<String>>();
        surfaces.put("hits", List.of("/search?q=" + word, fiche));
        surfaces.put("snippets", List.of("/search?q=premi%C3%A8re+" + word, document));
        surfaces.put("comments", List.of("/search?q=" + remark, comment));
        surfaces.put("title of a comment", List.of("/search?q=" + remark, word + "-plan"));
        surfaces.put("beginning of a comment", List.of("/search?q=" + remark.substring(0, 12) + "*", comment));
        surfaces.put("export of comments", List.of("/search/export?q=" + remark, word + "-plan"));
        surfaces.put("similar to a comment", List.of("/search?like=" + comment, "\"total\""));
        surfaces.put("facets", List.of("/search?q=" + word, closed.workspace()));
        surfaces.put("did you mean", List.of("/search?q=" + word.substring(0, 31) + "9", word));
        surfaces.put("beginning of a word", List.of("/search?q=" + word.substring(0, 12) + "*", fiche));
        surfaces.put("by workspace", List.of("/search?q=espace:" + word, fiche));
        surfaces.put("by author", List.of("/search?q=" + word + "+auteur:pr%C3%A9sidente", fiche));
        surfaces.put("chosen workspace", List.of("/search?q=" + word + "&workspace=" + closed.workspace(), fiche));
        surfaces.put("suggestions", List.of("/suggestions?q=" + word.substring(0, 9), word));
        surfaces.put("names", List.of("/suggestions?q=ferm%C3%A9+" + word.substring(0, 9), closed.workspace()));
        surfaces.put(
                "names among results",
                List.of("/search?directory=true&q=Essais+ferm%C3%A9+" + word, closed.workspace()));
        surfaces.put("export", List.of("/search/export?q=" + word, fiche));
        surfaces.put("similar", List.of("/search?like=" + fiche, document));
        surfaces.put("similar to an open one", List.of("/search?like=" + open, fiche));
        return surfaces.entrySet().stream()
                .map(each -> new Surface(
                        each.getKey(),
                        () -> caller.get(each.getValue().get(0)),
                        each.getValue().get(1)))
                .toList();
    }

    private List<DynamicTest> telling(String account, boolean asMember) {
        return tests(account + (asMember ? ", member" : ""), surfaces(Caller.as(account)), surface -> {
            if (asMember) {
                member(account);
            }
            var answer = surface.call();
            assertTrue(answer.text().contains(surface.needle()), answer::toString);
            nobodyIsAMember();
        });
    }

    private static List<DynamicTest> silent(String account, Caller caller) {
        return tests(account, surfaces(caller), SearchLeakIT::assertSilent);
    }

    /** No identifier, no title, no text, no count. */
    private static void assertSilent(Surface surface) {
        var answer = surface.call();
        for (var secret :
                List.of(fiche, document, closed.workspace(), closed.dossier(), word + "-plan", BESIDE, comment)) {
            assertFalse(answer.text().contains(secret), () -> secret + " in " + answer);
        }
        if (answer.status() == 200 && surface.name().equals("hits")) {
            assertEquals(0, answer.json().path("total").asInt(), answer::toString);
            assertEquals(0, answer.json().at("/facets/kind").size(), answer::toString);
            assertTrue(answer.json().path("correction").isNull(), answer::toString);
        }
    }

    private static List<DynamicTest> tests(
            String who, List<Surface> surfaces, java.util.function.Consumer<Surface> test) {
        return surfaces.stream()
                .map(surface -> DynamicTest.dynamicTest(who + ", " + surface.name(), () -> test.accept(surface)))
                .toList();
    }

    private static int total(Caller caller, String words) {
        return caller.search(words).json().path("total").asInt();
    }

    private static void member(String account) {
        var inserted = sql(
                "insert into workspace_member (workspace_id, subject, role) select ?::uuid, subject, 'READER' from member"
                        + " where email like ? returning subject",
                closed.workspace(),
                account + "@%");
        assertFalse(inserted.isEmpty(), account);
    }

    private static String sql(String statement, String... arguments) {
        return Rows.of(Product.ARA).text(statement, arguments);
    }
}
