package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an antivirus finds is kept from everybody; without its word nobody opens anything. Needs ClamAV's daemon. */
class QuarantineIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Caller SENDER = Caller.as("entreprise");
    private static final Caller COLLEAGUE = Caller.as("chef-projet");
    private static final Caller ADMINISTRATOR = Caller.as("admin-ara");

    /** More than the stack's antivirus takes. */
    private static final int LARGE = 31 << 20;

    private static Place place = new Place(AUTHOR, "", "");

    @BeforeAll
    static void makeAPlace() {
        if (Part.home().isEmpty() || Part.ANTIVIRUS.process().isEmpty()) {
            var reason = "No ClamAV on this machine: the quarantine is not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "quarantaine");
    }

    @AfterEach
    void everythingRunsAgain() {
        Operator.run("tenant", "files", Product.ARA, "--unscanned", "ACCEPT", "--types", "all");
        if (Part.ANTIVIRUS.process().isEmpty()) {
            Stack.up();
        }
        if (Part.RECOGNISER.process().isPresent()) {
            Part.RECOGNISER.thaw();
        }
    }

    @Test
    void whatIsFoundIsSeenByItsSenderAndAdministratorsOnlyAndOpenedByNobody() throws IOException {
        var word = Place.word();
        var document =
                SENDER.upload(place.dossier(), word + ".txt", Hostile.eicar()).created();
        var settled = new Place(SENDER, place.workspace(), place.dossier()).settled(document);
        assertEquals("QUARANTINED", settled.path("state").asText(), settled::toString);
        assertEquals("INFECTED", settled.path("failure").asText());
        assertEquals(200, ADMINISTRATOR.get("/documents/" + document).status());
        assertEquals(404, COLLEAGUE.get("/documents/" + document).status());
        assertTrue(listed(SENDER, document) && listed(ADMINISTRATOR, document));
        assertFalse(listed(COLLEAGUE, document), "others do not know of it");
        assertEquals(counted(COLLEAGUE) + 1, counted(SENDER), "nor does a count tell them");
        assertTrue(leftBehind(SENDER).contains(word), "who takes the dossier along is told what stays");
        assertFalse(leftBehind(COLLEAGUE).contains(word), "who may not know of it is not");
        for (var caller : new Caller[] {SENDER, ADMINISTRATOR}) {
            var refused = caller.get("/documents/" + document + "/content");
            assertEquals(409, refused.status(), refused::toString);
            assertEquals(
                    Wording.of(Locale.FRENCH, "document.infected"),
                    refused.json().path("detail").asText());
        }
        assertEquals(404, COLLEAGUE.get("/documents/" + document + "/content").status());
        assertEquals(409, SENDER.post("/documents/" + document + "/retry", "").status(), "trying again frees nothing");
        var rows = Rows.of(Product.ARA);
        assertEquals(0, rows.number("select count(*) from document_page where document_id::text = ?", document));
        assertEquals(
                1,
                rows.number(
                        "select count(*) from audit_entry where operation = 'DOCUMENT_QUARANTINED' and subject::text = ?",
                        document));
        var honest = place.upload("honnete-" + word + ".txt", Hostile.bytes("Rien à signaler, " + word + "."));
        place.indexed(honest);
        Product.waitUntil("the honest one is found", () -> total(word) == 1);
    }

    @Test
    void whatHidesInAnOfficeFileIsFoundToo() {
        var document = place.upload(
                "courrier.docx", Samples.docx(new String(Hostile.eicar(), StandardCharsets.US_ASCII).replace("&", "")));
        assertEquals("QUARANTINED", place.settled(document).path("state").asText());
    }

    @Test
    void withoutItsWordNobodyOpensAnythingAndItIsAskedAgain() {
        var word = Place.word();
        Part.ANTIVIRUS.kill();
        var bytes = Hostile.bytes("En attente, " + word + ".");
        var document = AUTHOR.upload(place.dossier(), "attente.txt", bytes).created();
        assertEquals("SCANNING", state(document));
        var refused = AUTHOR.get("/documents/" + document + "/content");
        assertEquals(409, refused.status(), refused::toString);
        assertEquals(0, total(word));
        Stack.up();
        place.indexed(document);
        assertEquals(200, AUTHOR.get("/documents/" + document + "/content").status());
        Product.waitUntil("it is found", () -> total(word) == 1);
    }

    @Test
    void whatNobodyCanLookAtIsWhatTheTenantSays() {
        var accepted = settledLarge("accepte.txt");
        assertEquals("INDEXED", accepted.path("state").asText(), accepted::toString);
        assertTrue(accepted.path("unscanned").asBoolean(), "it is marked");
        Operator.run("tenant", "files", Product.ARA, "--unscanned", "QUARANTINE");
        var held = settledLarge("retenu.txt");
        assertEquals("QUARANTINED", held.path("state").asText(), held::toString);
        assertEquals("UNSCANNED", held.path("failure").asText());
        var id = held.path("id").asText();
        assertEquals(409, AUTHOR.get("/documents/" + id + "/content").status());
        Operator.run("tenant", "files", Product.ARA, "--unscanned", "ACCEPT");
        assertEquals(204, AUTHOR.post("/documents/" + id + "/retry", "").status());
        place.indexed(id);
    }

    @Test
    void readingTheScansOfAnOlderVersionFreesNothing() {
        if (Part.RECOGNISER.process().isEmpty()) {
            var reason = "No Tesseract on this machine: a version that comes while scans wait is not tried.";
            System.out.println(reason);
            abort(reason);
        }
        var words = Scans.words();
        Part.RECOGNISER.freeze();
        var before = place.upload("avant.pdf", Scans.pdf("Une page écrite.", Scans.page(Scans.words())));
        assertEquals("WAITING", place.indexed(before).path("recognition").asText());
        var scan = Scans.pdf("Une page écrite avant la page numérisée.", Scans.page(words));
        var document = place.upload("convention.pdf", scan);
        assertEquals("WAITING", place.indexed(document).path("recognition").asText());
        var infected = Hostile.joined(scan, Hostile.bytes("\n%"), Hostile.eicar());
        var version = "/dossiers/" + place.dossier() + "/documents?name=convention.pdf&onSameName=version";
        assertEquals(
                document,
                AUTHOR.send("POST", version, BodyPublishers.ofByteArray(infected))
                        .created());
        Product.waitUntil("it is held", () -> state(document).equals("QUARANTINED"));
        var after = place.upload("apres.pdf", Scans.pdf("Une autre page écrite.", Scans.page(Scans.words())));
        Part.RECOGNISER.thaw();
        Product.waitFor("the lane went past it", Duration.ofMinutes(3), () -> Optional.of(after)
                .filter(each -> !recognition(each).equals("WAITING")));
        assertEquals("QUARANTINED", state(document));
        assertEquals(409, AUTHOR.post("/documents/" + document + "/retry", "").status());
        var hits = AUTHOR.search("\"" + words + "\"").text();
        assertFalse(hits.contains(document), "not a word of it is found");
    }

    @Test
    void aTenantTakesTheTypesItNames() {
        Operator.run("tenant", "files", Product.ARA, "--types", "pdf,png");
        var refused = AUTHOR.upload(place.dossier(), "note.txt", Hostile.bytes("Une note."));
        assertEquals(415, refused.status(), refused::toString);
        assertEquals(
                Wording.of(Locale.FRENCH, "file.type.not.here", "txt", "pdf, png"),
                refused.json().path("detail").asText());
        place.upload("plan.pdf", Samples.pdf("Un plan."));
        var link = AUTHOR.post(
                        "/dossiers/" + place.dossier() + "/deposit-links",
                        "{\"label\": \"Plans\", \"endsAt\": \"%s\", \"maxFiles\": 3, \"maxBytes\": 100000}"
                                .formatted(OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)))
                .json();
        var outsider = new Outsider(Product.ARA, link.path("token").asText());
        assertEquals(415, outsider.leave("note.txt", Hostile.bytes("Une note.")).status(), "outsiders too");
    }

    private static JsonNode settledLarge(String name) {
        var bytes = new byte[LARGE];
        var random = new Random(3);
        for (int at = 0; at < LARGE; at++) {
            bytes[at] = (byte) (at % 80 == 79 ? '\n' : 'a' + random.nextInt(26));
        }
        return place.settled(place.upload(name, bytes));
    }

    private static int counted(Caller caller) {
        for (var each :
                caller.get("/workspaces/" + place.workspace() + "/dossiers").json()) {
            if (each.path("id").asText().equals(place.dossier())) {
                return each.path("documents").asInt();
            }
        }
        throw new AssertionError("the dossier is not there for " + caller);
    }

    /** @return the list of what is not in an archive of the dossier, "" when all is */
    private static String leftBehind(Caller caller) throws IOException {
        var archive = caller.get("/dossiers/" + place.dossier() + "/archive").bytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("MANQUANTS.txt")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    private static boolean listed(Caller caller, String document) {
        for (var each :
                caller.get("/dossiers/" + place.dossier() + "/documents").json()) {
            if (Objects.equals(each.path("id").asText(), document)) {
                return true;
            }
        }
        return false;
    }

    private static String state(String document) {
        return AUTHOR.get("/documents/" + document).json().path("state").asText();
    }

    private static String recognition(String document) {
        return AUTHOR.get("/documents/" + document).json().path("recognition").asText();
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }
}
