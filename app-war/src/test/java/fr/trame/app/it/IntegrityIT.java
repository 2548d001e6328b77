package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was broken behind the product's back is found, told and, where it can be, set right. */
class IntegrityIT {

    private static final Caller ADMIN = Caller.as("admin-ara");
    private static final Caller AUTHOR = Caller.as("presidence");

    private static Place place = new Place(AUTHOR, "", "");
    private static Sabotage sabotage;

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "intégrité");
        sabotage = new Sabotage(Product.ARA);
    }

    @Test
    void aLostFileIsToldAndItsRowIsKept() throws Exception {
        var document = document("perdu.txt", "Ces octets vont disparaître.");
        sabotage.removeObject(key(document));
        var finding = finding(Checked.now(), document, "OBJECT_MISSING");
        assertEquals("perdu.txt", finding.path("name").asText());
        assertFalse(finding.path("repaired").asBoolean());
        assertEquals(200, AUTHOR.get("/documents/" + document).status(), "nothing is removed");
    }

    @Test
    void aLostPictureIsPaintedAgain() throws Exception {
        var document = place.upload("peint.pdf", Samples.pdf("Une page."));
        place.indexed(document);
        Product.waitUntil("it is painted", () -> !painted(document).isEmpty());
        var lost = painted(document);
        sabotage.removeObject(lost);
        assertTrue(finding(Checked.now(), document, "OBJECT_MISSING")
                .path("repaired")
                .asBoolean());
        Product.waitUntil("it is painted again", () -> !painted(document).matches("|" + lost));
    }

    @Test
    void anAlteredFileIsTold() throws Exception {
        var document = document("altere.txt", "Le montant est de 100 euros.");
        sabotage.writeObject(key(document), bytes("Le montant est de 900 euros."));
        assertFalse(finding(Checked.now(), document, "OBJECT_CORRUPT")
                .path("repaired")
                .asBoolean());
    }

    @Test
    void aFileOfAnotherSizeIsTold() throws Exception {
        var document = document("tronque.txt", "Une phrase entière.");
        sabotage.writeObject(key(document), bytes("Une phrase"));
        assertFalse(finding(Checked.now(), document, "OBJECT_RESIZED")
                .path("repaired")
                .asBoolean());
    }

    @Test
    void bytesThatNobodyKnowsAreLeftAloneWhileTheyAreYoung() throws Exception {
        var key = "documents/" + UUID.randomUUID();
        sabotage.writeObject(key, bytes("Peut-être d’une sauvegarde."));
        Checked.now();
        assertTrue(sabotage.hasObject(key), "a backup may bring its row back for a week");
        sabotage.removeObject(key);
    }

    @Test
    void whatTheIndexLostIsFoundAgain() {
        var word = Place.word();
        var document = document("oublie.txt", "Le mot est " + word + ".");
        var fiche = place.fiche("Fiche sur " + word);
        // Of another document: the comments of one that is indexed again come back with it.
        var discussed = document("discute.txt", "On en parle.");
        var comment = AUTHOR.post("/documents/" + discussed + "/comments", "{\"text\": \"Et " + word + " ?\"}")
                .created();
        Product.waitUntil("all are found", () -> total(word) == 3);
        sabotage.removeEntries(comment);
        sabotage.removeEntries(document);
        sabotage.removeEntries(fiche);
        assertEquals(0, total(word));
        var check = Checked.now();
        assertTrue(finding(check, document, "ENTRY_MISSING").path("repaired").asBoolean());
        assertTrue(finding(check, fiche, "ENTRY_MISSING").path("repaired").asBoolean());
        assertTrue(finding(check, comment, "ENTRY_MISSING").path("repaired").asBoolean());
        Product.waitUntil("all are found again", () -> total(word) == 3);
    }

    @Test
    void anEntryOfNothingIsRemovedFromTheIndex() {
        var ghost = UUID.randomUUID().toString();
        sabotage.writeEntry(
                "fiche-" + ghost,
                """
                {"kind": "FICHE", "entity": "%s", "workspace": "%s", "title": "Fantôme", "body": "", "page": 0,
                 "year": 2026}"""
                        .formatted(ghost, place.workspace()));
        assertTrue(
                finding(Checked.now(), ghost, "ENTRY_UNKNOWN").path("repaired").asBoolean());
        assertEquals(0, sabotage.entries(ghost));
    }

    @Test
    void aDocumentThatWaitsForWorkNobodyWillDoIsRead() {
        var document = document("en-attente.txt", "Attendre n’est pas une solution.");
        Rows.of(Product.ARA)
                .text(
                        "update document set state = 'RECEIVED', version = version + 1,"
                                + " uploaded_at = now() - interval '1 hour' where id::text = ? returning id",
                        document);
        assertTrue(finding(Checked.now(), document, "NOT_EXTRACTED")
                .path("repaired")
                .asBoolean());
        place.indexed(document);
    }

    @Test
    void aCheckFindsNothingWrongWithWhatIsWhole() {
        var document = document("sain.txt", "Rien à signaler.");
        var findings = Checked.now().path("findings");
        assertTrue(
                StreamSupport.stream(findings.spliterator(), false)
                        .noneMatch(each -> each.path("subject").asText().equals(document)),
                findings::toString);
    }

    @Test
    void oneCheckRunsAtATime() {
        var first = ADMIN.post("/integrity/checks", "");
        assertEquals(202, first.status(), first::toString);
        var second = ADMIN.post("/integrity/checks", "");
        // The first one may have ended already: then the second is a new one, and not the same.
        if (second.status() == 202) {
            assertFalse(first.text().equals(second.text()), "each check is one of its own");
        } else {
            assertEquals(409, second.status(), second::toString);
        }
        Checked.quiet();
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        for (var share : new String[] {"0", "-1", "366"}) {
            assertEquals(422, ADMIN.post("/integrity/checks?share=" + share, "").status());
        }
    }

    @Test
    void aCheckOfAnotherTenantDoesNotExist() {
        var check = Checked.now();
        var foreign = Caller.as("fimme-admin").in("fimme");
        var answer = foreign.get("/integrity/checks/" + check.path("id").asText());
        assertEquals(404, answer.status(), answer::toString);
        var unknown = foreign.get("/integrity/checks/" + UUID.randomUUID());
        assertEquals(unknown.text(), answer.text());
    }

    @Test
    void thePipelineIsToldAndWhatFailedIsTakenUpAgain() {
        var broken = place.upload("casse.pdf", bytes("%PDF-1.4 rien d’un PDF"));
        assertEquals("FAILED", place.settled(broken).path("state").asText());
        var pipeline = ADMIN.get("/integrity/pipeline").json();
        assertTrue(pipeline.path("documents").path("FAILED").asInt() > 0, pipeline::toString);
        assertTrue(pipeline.path("failed").toString().contains(broken), pipeline::toString);
        var answer = ADMIN.post("/integrity/pipeline/replay", "");
        assertEquals(200, answer.status(), answer::toString);
        assertTrue(answer.json().path("replayed").asInt() > 0, answer::toString);
        assertEquals("FAILED", place.settled(broken).path("state").asText(), "still no PDF");
    }

    private static JsonNode finding(JsonNode check, String subject, String kind) {
        assertEquals("DONE", check.path("state").asText(), check::toString);
        return StreamSupport.stream(check.path("findings").spliterator(), false)
                .filter(each -> each.path("subject").asText().equals(subject)
                        && each.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " of " + subject + " in " + check));
    }

    private static String document(String name, String text) {
        var document = place.upload(name, bytes(text));
        place.indexed(document);
        return document;
    }

    private static String key(String document) {
        return Rows.of(Product.ARA).text("select object_key from document where id::text = ?", document);
    }

    private static String painted(String document) {
        return Rows.of(Product.ARA)
                .text(
                        "select r.object_key from document_rendition r join document d on d.object_key = r.source_key"
                                + " where r.kind = 'THUMBNAIL' and r.outcome = 'DONE' and d.id::text = ?",
                        document);
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
