package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The antivirus learns of something that is there already: it is kept away as if it came now. Needs ClamAV's daemon. */
class RescanIT extends Journey {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller COLLEAGUE = Caller.as("chef-projet");
    private static final Caller ADMINISTRATOR = Caller.as("admin-ara");
    private static final String OTHERS = "ClamAV of last week";

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        if (Part.home().isEmpty() || Part.ANTIVIRUS.process().isEmpty()) {
            var reason = "No ClamAV on this machine: a second look is not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "signatures");
    }

    @AfterAll
    static void forget() throws IOException {
        if (Part.home().isPresent() && Files.deleteIfExists(learnt())) {
            reload();
        }
    }

    @Test
    void whatIsFoundLaterDisappearsFromEveryDoor() throws IOException {
        var word = Place.word();
        var remark = Place.word();
        var infected = place.upload("plan.pdf", Samples.pdf("Un plan, " + word + "."));
        var marked = place.upload("note.txt", Hostile.bytes("Une note, " + word + "."));
        var honest = place.upload("honnete.txt", Hostile.bytes("Rien à signaler."));
        place.indexed(infected);
        place.indexed(marked);
        place.indexed(honest);
        AUTHOR.post("/documents/" + marked + "/comments", "{\"text\": \"Un avis " + remark + "\"}");
        Product.waitUntil("both are found", () -> total(word) == 2 && total(remark) == 1);
        assertTrue(signatures(marked).startsWith("ClamAV"), "the verdict says by what it was given");
        learn(word);
        ask(marked);
        assertEquals("INDEXED", state(marked), "who has the same signatures is not asked again");
        age(marked);
        age(honest);
        ask(marked);
        ask(honest);
        Product.waitUntil("it is held", () -> state(marked).equals("QUARANTINED"));
        Product.waitUntil("the other was looked at", () -> !signatures(honest).equals(OTHERS));
        assertEquals("INDEXED", state(honest));
        Product.waitUntil("it is found no more", () -> total(word) == 1 && total(remark) == 0);
        assertEquals(409, AUTHOR.get("/documents/" + marked + "/content").status());
        assertEquals(200, ADMINISTRATOR.get("/documents/" + marked).status());
        assertEquals(404, COLLEAGUE.get("/documents/" + marked).status());
        var rows = Rows.of(Product.ARA);
        assertEquals(0, rows.number("select count(*) from document_page where document_id::text = ?", marked));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from audit_entry where operation = 'DOCUMENT_QUARANTINED' and subject::text = ?",
                        marked));
    }

    @Test
    void itsPictureGoesWithIt() throws IOException {
        var word = Place.word();
        var document =
                place.upload("image.png", Hostile.joined(Scans.picture("png", Scans.nothing()), Hostile.bytes(word)));
        place.settled(document);
        var rows = Rows.of(Product.ARA);
        Product.waitUntil("it is painted", () -> painted(document) == 1);
        var key = rows.text(
                "select r.object_key from document_rendition r join document d on d.object_key = r.source_key"
                        + " where d.id::text = ?",
                document);
        var visitor = visitor().as("presidence");
        var address = Product.url("/t/" + Product.ARA + "/files/" + document + "/thumbnail");
        assertEquals(200, visitor.page().request().get(address).status());
        learn(word);
        age(document);
        ask(document);
        Product.waitUntil("it is held", () -> state(document).equals("QUARANTINED"));
        assertEquals(409, visitor.page().request().get(address).status());
        assertEquals(0, painted(document));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from stored_object where object_key = ? and not linked"
                                + " and wanted_until <= now()",
                        key),
                "the next sweep removes it");
    }

    @Test
    void aVersionOfBeforeIsKeptAwayAloneWhenOnlyItIsFound() throws IOException {
        var word = Place.word();
        var document = place.upload("version.txt", Hostile.bytes("Avant, " + word + "."));
        place.indexed(document);
        var version = "/dossiers/" + place.dossier() + "/documents?name=version.txt&onSameName=version";
        AUTHOR.send("POST", version, BodyPublishers.ofByteArray(Hostile.bytes("Après.")));
        place.looked(document);
        place.indexed(document);
        learn(word);
        age(document);
        ask(document);
        var old = "/documents/" + document + "/versions/1/content";
        Product.waitUntil("the old one is kept away", () -> AUTHOR.get(old).status() == 409);
        assertEquals("INDEXED", state(document));
        assertEquals(200, AUTHOR.get("/documents/" + document + "/content").status());
        assertFalse(AUTHOR.get("/documents/" + document).text().contains("QUARANTINED"));
    }

    @Test
    void whatWasAFalseAlarmComesBack() throws IOException {
        var word = Place.word();
        var document = place.upload("alarme.txt", Hostile.bytes("Fausse alarme, " + word + "."));
        place.indexed(document);
        learn(word);
        age(document);
        ask(document);
        Product.waitUntil("it is held", () -> state(document).equals("QUARANTINED"));
        forget();
        age(document);
        ask(document);
        place.indexed(document);
        Product.waitUntil("it is found again", () -> total(word) == 1);
        assertEquals(200, AUTHOR.get("/documents/" + document + "/content").status());
    }

    /** As the hourly sweep does for what is due. */
    private static void ask(String document) {
        Rows.of(Product.ARA)
                .change(
                        "insert into outbox (aggregate, aggregate_id, aggregate_version, type)"
                                + " values ('document', ?::uuid, 0, 'RESCAN')",
                        document);
        Product.waitUntil(
                "the lane went past " + document,
                () -> Rows.of(Product.ARA)
                                .number(
                                        "select count(*) from outbox where type = 'RESCAN' and aggregate_id = ?::uuid",
                                        document)
                        == 0);
    }

    /** As if all its verdicts were of other signatures than those of today. */
    private static void age(String document) {
        Rows.of(Product.ARA)
                .change(
                        "update stored_object set signatures = '" + OTHERS + "' where object_key in"
                                + " (select object_key from document_version where document_id = ?::uuid)",
                        document);
    }

    /** Has the antivirus know this word as something that does harm. */
    private static void learn(String word) throws IOException {
        var hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(
                learnt(),
                "Test.Later." + word + ":0:*:" + hex + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        reload();
    }

    private static Path learnt() {
        return Part.home().orElseThrow().resolve("conf/antivirus/signatures/later.ndb");
    }

    /** It goes on with the old ones until it has read the new ones. */
    private static void reload() throws IOException {
        var before = reloads();
        var settings = Part.properties(Part.home().orElseThrow().resolve("app.env"));
        var where = URI.create("tcp://" + settings.getProperty("TRAME_SCANNER_ADDRESS"));
        try (var socket = new Socket(where.getHost(), where.getPort())) {
            socket.getOutputStream().write("zRELOAD\0".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(64);
        }
        Product.waitUntil("the antivirus has read its signatures", () -> reloads() > before);
    }

    private static long reloads() {
        var log = Part.home().orElseThrow().resolve("logs/antivirus.log");
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Database correctly reloaded"))
                    .count();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static long painted(String document) {
        return Rows.of(Product.ARA)
                .number(
                        "select count(*) from document_rendition r join document d on d.object_key = r.source_key"
                                + " where r.outcome = 'DONE' and d.id::text = ?",
                        document);
    }

    private static String signatures(String document) {
        return Rows.of(Product.ARA)
                .text(
                        "select o.signatures from stored_object o join document d on d.object_key = o.object_key"
                                + " where d.id::text = ?",
                        document);
    }

    private static String state(String document) {
        return AUTHOR.get("/documents/" + document).json().path("state").asText();
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }
}
