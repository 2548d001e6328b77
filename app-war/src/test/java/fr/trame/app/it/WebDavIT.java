package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The network drive: what its verbs do to the dossiers, and what it takes from nobody. */
class WebDavIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final String NAMES = "<propfind xmlns='DAV:'><allprop/></propfind>";

    private static String word = "";
    private static Place place = new Place(AUTHOR, "", "");
    private static Drive drive = new Drive("", "", "");

    @BeforeAll
    static void mount() {
        word = Place.word();
        place = Place.make(AUTHOR, word);
        drive = Drive.of("presidence", Product.ARA);
    }

    @Test
    void theTreeIsReadFromTheTenantDownToABytesRange() {
        var bytes = bytes("Un texte que l’on relit.");
        place.upload("lecture.txt", bytes);
        assertTrue(listed(drive.url()).contains("Essais%2C%20" + word)
                || listed(drive.url()).contains(word));
        assertTrue(listed(drive.url("Essais, " + word)).contains("Dossier"));
        assertTrue(listed(dossier()).contains("lecture.txt"));
        var whole = drive.send("GET", dossier("lecture.txt"), "");
        assertEquals(200, whole.status(), whole::toString);
        assertArrayEquals(bytes, whole.bytes());
        assertEquals("attachment", whole.header("Content-Disposition"));
        assertEquals("nosniff", whole.header("X-Content-Type-Options"));
        var part = drive.send("GET", dossier("lecture.txt"), "", "Range", "bytes=3-7");
        assertEquals(206, part.status());
        assertEquals("texte", part.text());
        assertEquals("bytes 3-7/" + bytes.length, part.header("Content-Range"));
        assertEquals(416, status("GET", "lecture.txt", "Range", "bytes=9999-"));
        assertEquals(304, status("GET", "lecture.txt", "If-None-Match", whole.header("ETag")));
        assertEquals(412, status("GET", "lecture.txt", "If-Match", "\"autre\""));
        var head = drive.send("HEAD", dossier("lecture.txt"), "");
        assertEquals(String.valueOf(bytes.length), head.header("Content-Length"));
    }

    @Test
    void theWholeTreeAtOnceIsNotTold() {
        for (var depth : List.of("infinity", "Infinity")) {
            var answer = drive.send("PROPFIND", drive.url(), NAMES, "Depth", depth);
            assertEquals(403, answer.status());
            assertTrue(answer.text().contains("propfind-finite-depth"), answer::toString);
        }
        assertEquals(403, drive.send("PROPFIND", drive.url(), NAMES).status(), "nothing said is infinity");
        assertEquals(
                400, drive.send("PROPFIND", drive.url(), NAMES, "Depth", "2").status());
    }

    @Test
    void aFileThatIsPutAgainIsANewVersionAndOneThatIsRemovedLiesInTheTrash() {
        var first = drive.send("PUT", dossier("note.txt"), bytes("un"));
        assertEquals(201, first.status(), first::toString);
        var second = drive.send("PUT", dossier("note.txt"), bytes("deux"), "If-Match", first.header("ETag"));
        assertEquals(204, second.status(), second::toString);
        assertEquals(
                412,
                drive.send("PUT", dossier("note.txt"), bytes("trois"), "If-Match", first.header("ETag"))
                        .status());
        assertEquals(
                412,
                drive.send("PUT", dossier("note.txt"), bytes("trois"), "If-None-Match", "*")
                        .status());
        var id = id("note.txt");
        assertEquals(2, AUTHOR.get("/documents/" + id + "/versions").json().size());
        assertEquals(204, status("DELETE", "note.txt"));
        assertEquals(404, status("GET", "note.txt"));
        assertTrue(AUTHOR.get("/dossiers/" + place.dossier() + "/trash").text().contains(id));
    }

    @Test
    void aProgramThatSavesBesideAndRenamesMakesAVersion() {
        assertEquals(201, drive.send("PUT", dossier("rapport.txt"), bytes("un")).status());
        var id = id("rapport.txt");
        assertEquals(
                201,
                drive.send("PUT", dossier("rapport-enregistre.txt"), bytes("deux"))
                        .status());
        assertEquals(204, status("MOVE", "rapport-enregistre.txt", "Destination", dossier("rapport.txt")));
        assertEquals(id, id("rapport.txt"), "it is the same document");
        assertEquals(2, AUTHOR.get("/documents/" + id + "/versions").json().size());
        place.looked(id);
        assertEquals("deux", drive.send("GET", dossier("rapport.txt"), "").text());
        assertEquals(404, status("GET", "rapport-enregistre.txt"));
    }

    @Test
    void aFileThatIsAnnouncedFirstIsThereAtOnceAndADocumentWithItsBytes() {
        assertEquals(201, drive.send("PUT", dossier("annonce.txt"), new byte[0]).status());
        assertTrue(listed(dossier()).contains("annonce.txt"));
        assertFalse(documents().contains("annonce.txt"));
        assertEquals(
                204, drive.send("PUT", dossier("annonce.txt"), bytes("enfin")).status());
        assertTrue(documents().contains("annonce.txt"));
        assertEquals(403, drive.send("PUT", dossier("annonce.txt"), new byte[0]).status(), "no version is empty");
        assertEquals(415, drive.send("PUT", dossier("annonce.exe"), new byte[0]).status());
    }

    @Test
    void foldersAreMadeFilledCopiedAndMoved() {
        assertEquals(201, status("MKCOL", "plans"));
        assertEquals(405, status("MKCOL", "plans"));
        assertEquals(409, status("MKCOL", "nulle-part/plans"));
        assertEquals(415, drive.send("MKCOL", dossier("autre"), "corps").status());
        assertEquals(
                409,
                drive.send("PUT", dossier("nulle-part", "a.txt"), bytes("a")).status());
        assertEquals(
                201, drive.send("PUT", dossier("plans", "a.txt"), bytes("a")).status());
        assertEquals(201, status("COPY", "plans", "Destination", dossier("copies")));
        assertEquals("a", drive.send("GET", dossier("copies", "a.txt"), "").text());
        assertEquals(412, status("COPY", "plans", "Destination", dossier("copies"), "Overwrite", "F"));
        assertEquals(403, status("MOVE", "plans", "Destination", dossier("plans", "dedans")));
        assertEquals(204, status("MOVE", "plans", "Destination", dossier("copies")));
        assertEquals(404, status("GET", "plans"));
        assertEquals("copies", folder("a.txt"));
        assertEquals(204, status("DELETE", "copies"));
    }

    @Test
    void aDocumentIsMovedToAnotherDossierAndKeepsItsIdentity() {
        var elsewhere = Place.word();
        var other = Place.make(AUTHOR, elsewhere);
        var id = place.upload("voyage.txt", bytes("départ"));
        var there = drive.url("Essais, " + elsewhere, "Dossier d’essai, " + elsewhere, "arrivee.txt");
        assertEquals(201, status("MOVE", "voyage.txt", "Destination", there));
        assertEquals(
                other.dossier(),
                AUTHOR.get("/documents/" + id).json().path("dossierId").asText());
        assertEquals(
                403,
                drive.send("MOVE", there, "", "Destination", dossier("arrivee.pdf"))
                        .status(),
                "another type");
        assertEquals(
                502,
                drive.send("MOVE", there, "", "Destination", "http://ailleurs.example/t/x/dav/a/b/c")
                        .status());
        assertEquals(
                502,
                drive.send("MOVE", there, "", "Destination", there.replace(Product.ARA, Product.HDF))
                        .status());
    }

    @Test
    void nothingIsTakenThatAnUploadWouldNotTake() {
        assertEquals(415, drive.send("PUT", dossier("outil.exe"), bytes("MZ")).status());
        assertEquals(
                415, drive.send("PUT", dossier("faux.pdf"), bytes("pas un pdf")).status());
        assertEquals(
                415, drive.send("PUT", dossier("programme"), bytes("MZ\0\1")).status());
        for (var junk : List.of("._note.txt", ".DS_Store", "Thumbs.db", "desktop.ini")) {
            assertEquals(403, drive.send("PUT", dossier(junk), bytes("x")).status(), junk);
        }
        assertEquals(
                403,
                drive.send("PUT", dossier("x".repeat(300) + ".txt"), bytes("x")).status());
        assertEquals(
                403, drive.send("PUT", dossier("\u202etxt.exe.txt"), bytes("x")).status());
        assertEquals(
                400,
                drive.send("PUT", dossier("a\r\nX-Entete: b.txt"), bytes("x")).status());
        assertEquals(404, drive.send("MKCOL", drive.url("Espace neuf"), "").status(), "made in the product alone");
        assertEquals(403, drive.send("DELETE", dossier(), "").status(), "removed in the product alone");
        var climbing = drive.send("GET", dossier() + "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/WEB-INF/web.xml", "");
        assertTrue(climbing.status() >= 302 && climbing.status() < 500, climbing::toString);
    }

    @Test
    void aBodyThatAttacksTheReaderOfXmlIsRefused() {
        var outside = "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                + "<propfind xmlns='DAV:'><prop><a>&x;</a></prop></propfind>";
        var bomb = "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><propfind xmlns='DAV:'>&b;</propfind>";
        for (var body : List.of(outside, bomb, "<propfind", "pas du XML", "<propfind xmlns:x=''/>")) {
            for (var method : List.of("PROPFIND", "PROPPATCH", "LOCK")) {
                var answer = drive.send(method, dossier(), body, "Depth", "0");
                assertEquals(400, answer.status(), () -> method + " " + body + " " + answer);
            }
        }
        var large = "<propfind xmlns='DAV:'><!--" + "x".repeat(70_000) + "--><allprop/></propfind>";
        assertEquals(413, drive.send("PROPFIND", dossier(), large, "Depth", "0").status());
    }

    private static String listed(String url) {
        var answer = drive.send("PROPFIND", url, NAMES, "Depth", "1");
        assertEquals(207, answer.status(), answer::toString);
        return answer.text();
    }

    private static int status(String method, String name, String... headers) {
        return drive.send(method, dossier(name.split("/")), "", headers).status();
    }

    private static String dossier(String... names) {
        var base = drive.url("Essais, " + word, "Dossier d’essai, " + word);
        return names.length == 0
                ? base
                : base + drive.url(names).substring(drive.url().length());
    }

    private static String documents() {
        return AUTHOR.get("/dossiers/" + place.dossier() + "/documents").text();
    }

    private static String id(String name) {
        return row("id", name);
    }

    private static String folder(String name) {
        return row("folder", name);
    }

    private static String row(String column, String name) {
        return Rows.of(Product.ARA)
                .text(
                        "select " + column
                                + " from document where dossier_id::text = ? and name = ? and deleted_at is null",
                        place.dossier(),
                        name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
