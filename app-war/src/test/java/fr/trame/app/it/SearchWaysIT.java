package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ways to ask, by the REST door: orders, names of workspaces and people, things like another. */
class SearchWaysIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller OTHER = Caller.as("chef-projet");

    private static String word = "";
    private static Place place = new Place(AUTHOR, "", "");
    private static String first = "";
    private static String second = "";

    @BeforeAll
    static void makeThingsToFind() {
        word = Place.word();
        place = Place.make(AUTHOR, "façons " + word);
        first = place.fiche("Zone " + word);
        second = new Place(OTHER, place.workspace(), place.dossier()).fiche("Atelier " + word);
        Product.waitUntil("both are found", () -> ids(AUTHOR, "q=" + word).containsAll(List.of(first, second)));
    }

    @Test
    void hitsComeInTheOrderAskedFor() {
        assertEquals(List.of(second, first), fiches("q=" + word + "&kind=FICHE&sort=title"));
        assertEquals(List.of(second, first), fiches("q=" + word + "&kind=FICHE&sort=recent"));
        assertEquals(2, fiches("q=" + word + "&kind=FICHE&sort=nonsense").size());
    }

    @Test
    void aWorkspaceIsAskedForByItsName() {
        var named = Caller.encoded(word + " espace:" + word.substring(0, 12));
        assertTrue(fiches("q=" + named).containsAll(List.of(first, second)));
        var elsewhere = Caller.encoded(word + " espace:roannais");
        assertEquals(List.of(), fiches("q=" + elsewhere));
        var all = Caller.encoded("espace:" + word);
        assertTrue(fiches("q=" + all).containsAll(List.of(first, second)), "without words, all of it");
    }

    @Test
    void anAuthorIsAskedForByName() {
        var name = Rows.of(Product.ARA)
                .text(
                        "select m.display_name from member m join fiche f on f.created_by = m.subject"
                                + " where f.id::text = ?",
                        second);
        assertFalse(name.isEmpty());
        assertEquals(List.of(second), fiches("q=" + Caller.encoded(word + " auteur:\"" + name + "\"")));
        assertEquals(List.of(), fiches("q=" + Caller.encoded("+" + word + " auteur:personnenesappelleainsi")));
    }

    @Test
    void thingsLikeAnotherAreFoundAndAThingOneMayNotReadIsNone() {
        var likes = ids(AUTHOR, "like=" + first);
        assertTrue(likes.contains(second), likes::toString);
        assertFalse(likes.contains(first), likes::toString);
        assertEquals(404, AUTHOR.get("/search?like=" + UUID.randomUUID()).status());
        assertEquals(404, AUTHOR.get("/search?like=x").status());
        assertEquals(
                404,
                Caller.as("hdf-presidence")
                        .in(Product.HDF)
                        .get("/search?like=" + first)
                        .status());
    }

    @Test
    void itIsSaidThatAnyWordWasEnough() {
        var few = AUTHOR.get("/search?q=" + Caller.encoded(word + " atelier hydrogène"))
                .json();
        assertTrue(few.path("relaxed").asBoolean(), few::toString);
        var one = AUTHOR.get("/search?q=" + word).json();
        assertFalse(one.path("relaxed").asBoolean(), one::toString);
    }

    private static List<String> fiches(String query) {
        return ids(AUTHOR, query + "&kind=FICHE");
    }

    private static List<String> ids(Caller caller, String query) {
        var answer = caller.get("/search?" + query);
        assertEquals(200, answer.status(), answer::toString);
        return StreamSupport.stream(answer.json().path("hits").spliterator(), false)
                .map(hit -> hit.path("id").asText())
                .toList();
    }
}
