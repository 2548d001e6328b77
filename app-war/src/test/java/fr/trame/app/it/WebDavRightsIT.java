package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the network drive lets people see and do: for each role, each kind of place and each verb no more and no less than
 * the REST door lets the same person, which has tests of its own.
 */
class WebDavRightsIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final List<String> PEOPLE =
            List.of("presidence", "chef-projet", "entreprise", "etat", "lecture", "admin-ara");
    private static final byte[] BYTES = "un texte".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, Place> PLACES = new LinkedHashMap<>();
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    @BeforeAll
    static void writeSomething() {
        for (var kind : List.of("open", "restricted")) {
            var word = Place.word();
            WORDS.put(kind, word);
            PLACES.put(kind, kind.equals("open") ? Place.make(AUTHOR, word) : Place.makeRestricted(AUTHOR, word));
        }
    }

    @Test
    void whoIsTakenOutOfTheTenantIsOutOfItsDriveAtOnce() {
        var subject = Drive.subject("lecture");
        Operator.run("member", "add", Product.HDF, "--subject", subject, "--role", "READER", "--name", "Lecture");
        var drive = Drive.of("lecture", Product.HDF);
        try {
            assertEquals(
                    207, drive.send("PROPFIND", drive.url(), "", "Depth", "0").status());
        } finally {
            Operator.run("member", "remove", Product.HDF, "--subject", subject);
        }
        assertEquals(401, drive.send("PROPFIND", drive.url(), "", "Depth", "0").status());
    }

    @TestFactory
    List<DynamicTest> eachRoleReadsAndWritesAsAtTheRestDoor() {
        var tests = new ArrayList<DynamicTest>();
        for (var kind : PLACES.keySet()) {
            for (var account : PEOPLE) {
                tests.add(DynamicTest.dynamicTest(account + ", " + kind, () -> compare(account, kind)));
            }
        }
        return tests;
    }

    private static void compare(String account, String kind) {
        var place = Objects.requireNonNull(PLACES.get(kind));
        var caller = Caller.as(account);
        var drive = Drive.of(account, Product.ARA);
        var name = Place.word();
        var id = place.upload(name + ".txt", BYTES);
        var reads = caller.get("/documents/" + id).status() == 200;
        // Who may write nowhere hears 403 there before anybody looks at the place: of a closed one the drive says
        // nothing.
        var asked = caller.upload(place.dossier(), name + "-api.txt", BYTES).status();
        var writing = reads ? asked : 404;
        var own = url(drive, kind, name + ".txt");
        assertEquals(
                reads ? 207 : 404, drive.send("PROPFIND", own, "", "Depth", "0").status(), "PROPFIND");
        assertEquals(
                reads,
                drive.send("PROPFIND", drive.url(), "", "Depth", "1").text().contains(WORDS.get(kind)));
        assertEquals(reads ? 200 : 404, drive.send("GET", own, "").status(), "GET");
        assertEquals(reads ? 200 : 404, drive.send("HEAD", own, "").status(), "HEAD");
        assertEquals(
                writing,
                drive.send("PUT", url(drive, kind, name + "-dav.txt"), BYTES).status(),
                "PUT");
        var changes = writing == 201 ? 204 : writing;
        assertEquals(changes, drive.send("PUT", own, BYTES).status(), "PUT, a version");
        assertEquals(writing, drive.send("MKCOL", url(drive, kind, name), "").status(), "MKCOL");
        assertEquals(
                writing,
                drive.send("LOCK", url(drive, kind, name + "-lock.txt"), lock()).status(),
                "LOCK");
        assertEquals(
                writing,
                drive.send("COPY", own, "", "Destination", url(drive, kind, name + "-copy.txt"))
                        .status(),
                "COPY");
        var patch = "<propertyupdate xmlns='DAV:'><set><prop><c xmlns='urn:x'>1</c></prop></set></propertyupdate>";
        assertEquals(
                writing == 201 ? 207 : writing,
                drive.send("PROPPATCH", own, patch).status(),
                "PROPPATCH");
        assertEquals(
                writing,
                drive.send("MOVE", own, "", "Destination", url(drive, kind, name + "-moved.txt"))
                        .status(),
                "MOVE");
        var theirs = place.upload(name + "-del.txt", BYTES);
        var viaApi = place.upload(name + "-del2.txt", BYTES);
        var removing = caller.send("DELETE", "/documents/" + viaApi, BodyPublishers.noBody())
                .status();
        assertEquals(
                reads ? removing : 404,
                drive.send("DELETE", url(drive, kind, name + "-del.txt"), "").status(),
                "DELETE of what others made, " + theirs);
    }

    @Test
    void peopleOfAnotherTenantAndPasswordsOfAnotherTenantComeIntoNone() {
        var stranger = Drive.of("hdf-presidence", Product.HDF);
        assertEquals(
                207, stranger.send("PROPFIND", stranger.url(), "", "Depth", "1").status());
        var elsewhere = new Drive(Product.ARA, stranger.name(), stranger.password());
        for (var verb : List.of("PROPFIND", "GET", "PUT", "DELETE", "LOCK", "OPTIONS", "MOVE", "MKCOL")) {
            assertEquals(
                    401,
                    elsewhere
                            .send(verb, url(elsewhere, "open", "x.txt"), "", "Depth", "0")
                            .status(),
                    verb);
        }
        var token = Product.send(HttpRequest.newBuilder(URI.create(elsewhere.url()))
                .header("Authorization", "Bearer " + Tokens.of("hdf-presidence").access()));
        assertEquals(404, token.status(), "who is no member finds no tenant");
        assertEquals(
                401,
                new Drive("atlantide", "a", "b")
                        .send("PROPFIND", Product.url("/t/atlantide/dav/"), "")
                        .status());
    }

    @Test
    void aPasswordOpensTheDriveAndNothingElseAndEndsAtOnce() {
        var drive = Drive.of("lecture", Product.ARA);
        assertEquals(207, drive.send("PROPFIND", drive.url(), "", "Depth", "0").status());
        assertEquals(
                401,
                drive.send("GET", Product.url("/api/t/" + Product.ARA + "/workspaces"), "")
                        .status());
        var page = drive.send("GET", Product.url("/t/" + Product.ARA + "/search"), "");
        assertTrue(page.status() == 302 || page.status() == 401, page::toString);
        var rows = Rows.of(Product.ARA);
        var before = rows.refusals("nobody", "WEBDAV_SIGN_IN");
        assertEquals(
                401,
                new Drive(Product.ARA, "autre@example.org", drive.password())
                        .send("PROPFIND", drive.url(), "")
                        .status(),
                "somebody else's name");
        rows.text(
                "update app_password set ends_at = now() where token_hash = encode(sha256(?::bytea), 'hex') returning id",
                drive.password());
        var ended = drive.send("PROPFIND", drive.url(), "", "Depth", "0");
        assertEquals(401, ended.status());
        assertTrue(ended.header("WWW-Authenticate").startsWith("Basic realm="), ended::toString);
        assertEquals(before + 2, rows.refusals("nobody", "WEBDAV_SIGN_IN"), "audited refusals");
    }

    @Test
    void refusalsOfTheRoleAreAudited() {
        var drive = Drive.of("lecture", Product.ARA);
        var rows = Rows.of(Product.ARA);
        var before = rows.refusals(Drive.subject("lecture"), "DOCUMENT_UPLOAD");
        assertEquals(
                403,
                drive.send("PUT", url(drive, "open", "interdit.txt"), BYTES).status());
        assertEquals(before + 1, rows.refusals(Drive.subject("lecture"), "DOCUMENT_UPLOAD"));
    }

    @Test
    void whatIsThrownAwayOrSetAsideIsAsItIsOnThePage() {
        var place = Objects.requireNonNull(PLACES.get("open"));
        var drive = Drive.of("chef-projet", Product.ARA);
        var gone = place.upload("parti.txt", BYTES);
        AUTHOR.send("DELETE", "/documents/" + gone, BodyPublishers.noBody());
        assertEquals(404, drive.send("GET", url(drive, "open", "parti.txt"), "").status());
        assertFalse(drive.send("PROPFIND", url(drive, "open"), "", "Depth", "1")
                .text()
                .contains("parti.txt"));
        var held = place.upload("retenu.txt", BYTES);
        place.indexed(held);
        var key = Rows.of(Product.ARA).text("select object_key from document where id::text = ?", held);
        var rows = Rows.of(Product.ARA);
        rows.text(
                "update document set state = 'QUARANTINED', failure = 'INFECTED' where id::text = ? returning id",
                held);
        rows.text("update stored_object set verdict = 'INFECTED' where object_key = ? returning object_key", key);
        assertEquals(
                404, drive.send("GET", url(drive, "open", "retenu.txt"), "").status(), "not theirs to know");
        assertFalse(drive.send("PROPFIND", url(drive, "open"), "", "Depth", "1")
                .text()
                .contains("retenu.txt"));
        var sender = Drive.of("presidence", Product.ARA);
        assertEquals(
                409, sender.send("GET", url(sender, "open", "retenu.txt"), "").status(), "seen, not given");
        assertEquals(AUTHOR.get("/documents/" + held + "/content").status(), 409);
    }

    private static String lock() {
        return "<lockinfo xmlns='DAV:'><lockscope><shared/></lockscope><locktype><write/></locktype></lockinfo>";
    }

    private static String url(Drive drive, String kind, String... names) {
        var base = drive.url("Essais, " + WORDS.get(kind), "Dossier d’essai, " + WORDS.get(kind));
        return names.length == 0
                ? base
                : base + drive.url(names).substring(drive.url().length());
    }
}
