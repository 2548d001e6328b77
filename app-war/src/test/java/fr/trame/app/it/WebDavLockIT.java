package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Locks of the network drive: whom they hold back, at every door, and when they end. */
class WebDavLockIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller OTHER = Caller.as("chef-projet");
    private static final byte[] BYTES = "un texte".getBytes(StandardCharsets.UTF_8);

    private final String word = Place.word();
    private final Place place = Place.make(AUTHOR, word);
    private final Drive mine = Drive.of("presidence", Product.ARA);
    private final Drive theirs = Drive.of("chef-projet", Product.ARA);
    private String document = "";

    @BeforeEach
    void writeSomething() {
        document = place.upload("commun.txt", BYTES);
    }

    @Test
    void whoHoldsItWritesAndNobodyElseDoesAtAnyDoor() {
        var token = mine.lock(url("commun.txt"));
        assertEquals(423, theirs.send("PUT", url("commun.txt"), BYTES).status());
        assertEquals(423, mine.send("PUT", url("commun.txt"), BYTES).status(), "without its token");
        assertEquals(
                412,
                theirs.send("PUT", url("commun.txt"), BYTES, "If", "(<urn:uuid:none>)")
                        .status());
        assertEquals(
                423,
                theirs.send("PUT", url("commun.txt"), BYTES, "If", "(" + token + ")")
                        .status(),
                "not theirs");
        assertEquals(423, theirs.send("DELETE", url("commun.txt"), "").status());
        assertEquals(
                423,
                theirs.send("MOVE", url("commun.txt"), "", "Destination", url("autre.txt"))
                        .status());
        var version = "/dossiers/" + place.dossier() + "/documents?name=commun.txt&onSameName=version";
        var answer = OTHER.post(version, "autre texte");
        assertEquals(423, answer.status(), answer::toString);
        assertTrue(answer.json().path("detail").asText().contains("lecteur réseau"), answer::toString);
        assertEquals(
                423,
                OTHER.send("DELETE", "/documents/" + document, BodyPublishers.noBody())
                        .status());
        assertEquals(201, AUTHOR.post(version, "texte de qui tient le verrou").status());
        assertEquals(
                204,
                mine.send("PUT", url("commun.txt"), BYTES, "If", "(" + token + ")")
                        .status());
        assertEquals(
                409,
                theirs.send("UNLOCK", url("commun.txt"), "", "Lock-Token", token)
                        .status());
        assertEquals(
                204,
                mine.send("UNLOCK", url("commun.txt"), "", "Lock-Token", token).status());
        assertEquals(204, theirs.send("PUT", url("commun.txt"), BYTES).status());
    }

    @Test
    void aLockOnAFolderHoldsWhatIsInItAndWhatComesIntoIt() {
        assertEquals(201, mine.send("MKCOL", url("plans"), "").status());
        var token = mine.lock(url("plans"), "Depth", "infinity");
        assertEquals(423, theirs.send("PUT", url("plans", "a.txt"), BYTES).status());
        assertEquals(
                423,
                theirs.send("COPY", url("commun.txt"), "", "Destination", url("plans", "a.txt"))
                        .status());
        assertEquals(
                201,
                mine.send("PUT", url("plans", "a.txt"), BYTES, "If", "<" + url("plans") + "/> (" + token + ")")
                        .status());
        assertEquals(423, theirs.send("LOCK", url("plans", "a.txt"), lockBody()).status());
        assertEquals(
                423, theirs.send("LOCK", url(), lockBody(), "Depth", "infinity").status(), "around it");
    }

    @Test
    void aLockIsNoLongerThanAnHourIsKeptByAskingAndEndsByItself() {
        var token = mine.lock(url("commun.txt"));
        var rows = Rows.of(Product.ARA);
        var kept = mine.send(
                "LOCK", url("commun.txt"), "", "If", "(" + token + ")", "Timeout", "Infinite, Second-4100000000");
        assertEquals(200, kept.status(), kept::toString);
        var id = token.replaceAll("[<>]", "").replace("urn:uuid:", "");
        assertEquals(
                "t",
                rows.text(
                        "select ends_at between now() + interval '59 minutes' and now() + interval '1 hour'"
                                + " from dossier_lock where token::text = ?",
                        id));
        rows.text("update dossier_lock set ends_at = now() where token::text = ? returning token", id);
        assertEquals(204, theirs.send("PUT", url("commun.txt"), BYTES).status());
        assertEquals(
                412,
                mine.send("LOCK", url("commun.txt"), "", "If", "(" + token + ")")
                        .status());
    }

    @Test
    void aNameIsHeldBeforeThereIsAnything() {
        var token = mine.lock(url("a venir.txt"));
        assertEquals(423, theirs.send("PUT", url("a venir.txt"), BYTES).status());
        assertEquals(423, OTHER.upload(place.dossier(), "a venir.txt", BYTES).status(), "at the other doors too");
        assertEquals(
                204,
                mine.send("PUT", url("a venir.txt"), BYTES, "If", "(" + token + ")")
                        .status());
        assertEquals(415, mine.send("LOCK", url("a venir.exe"), lockBody()).status());
    }

    @Test
    void whatProgramsRememberOfADocumentGoesAlongAndIsBounded() {
        var set = "<propertyupdate xmlns='DAV:'><set><prop><c xmlns='urn:essai'>%s</c></prop></set></propertyupdate>";
        assertEquals(
                207,
                mine.send("PROPPATCH", url("commun.txt"), set.formatted("vert &amp; bleu"))
                        .status());
        assertEquals(
                201,
                mine.send("MOVE", url("commun.txt"), "", "Destination", url("renomme.txt"))
                        .status());
        assertTrue(mine.send("PROPFIND", url("renomme.txt"), "", "Depth", "0")
                .text()
                .contains("vert &amp; bleu"));
        assertEquals(
                413,
                mine.send("PROPPATCH", url("renomme.txt"), set.formatted("x".repeat(5000)))
                        .status());
        var own = "<propertyupdate xmlns='DAV:'><set><prop><getetag>x</getetag></prop></set></propertyupdate>";
        assertTrue(mine.send("PROPPATCH", url("renomme.txt"), own).text().contains("403"));
    }

    private static String lockBody() {
        return "<lockinfo xmlns='DAV:'><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>";
    }

    private String url(String... names) {
        var base = mine.url("Essais, " + word, "Dossier d’essai, " + word);
        return names.length == 0
                ? base
                : base + mine.url(names).substring(mine.url().length());
    }
}
