package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files that are made to do harm go through the product's door one after the other: each is refused in words, or kept as
 * what harms nobody, and what honest people upload beside them is read.
 */
class HostileFilesIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final int MEBIBYTE = 1 << 20;
    private static final int MAY_GROW = 64;

    private static Place place = new Place(AUTHOR, "", "");
    private static final AtomicInteger fetched = new AtomicInteger();
    private static String address = "";

    @BeforeAll
    static void listen() throws IOException {
        place = Place.make(AUTHOR, "fichiers hostiles");
        var socket = new ServerSocket(0);
        address = "http://127.0.0.1:" + socket.getLocalPort() + "/x";
        var thread = new Thread(() -> count(socket), "who-fetches");
        thread.setDaemon(true);
        thread.start();
        listener = socket;
    }

    private static ServerSocket listener = unbound();

    @AfterAll
    static void hangUp() throws IOException {
        listener.close();
    }

    /** @param key of the words it is refused with */
    @SuppressWarnings("ArrayRecordComponent")
    private record Refused(String name, byte[] bytes, int status, String key, Object... arguments) {}

    /** @param outcome what becomes of the document that is kept */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(String name, byte[] bytes, String outcome) {}

    @Test
    void whatDoesHarmIsRefusedInWordsOrKeptAsWhatHarmsNobody() {
        var word = Place.word();
        var first = place.upload("avant.docx", Samples.docx("Avant " + word + "."));
        refused().forEach(HostileFilesIT::assertRefused);
        var kept = new ArrayList<JsonNode>();
        for (var file : kept()) {
            var document = place.upload(file.name(), file.bytes());
            var settled = place.settled(document);
            var outcome =
                    settled.path("state").asText() + settled.path("failure").asText();
            assertTrue(outcome.matches(file.outcome()), () -> file.name() + " became " + settled);
            kept.add(settled);
        }
        kept.forEach(HostileFilesIT::assertHarmless);
        assertEquals(0, fetched.get(), "nobody fetched what a document named");
        place.indexed(first);
        place.indexed(place.upload("apres.docx", Samples.docx("Après " + word + ".")));
        Product.waitUntil(
                "honest documents are found",
                () -> AUTHOR.search(word).json().path("total").asInt() == 2);
    }

    /** Bombs and floods are looked at in passing: what the application holds does not grow with them. */
    @Test
    void theApplicationHoldsNothingOfThem() {
        var before = heap();
        for (int round = 0; round < 5; round++) {
            assertRefused(new Refused("bombe.docx", Hostile.bomb(200), 413, "file.unsafe.bomb"));
            assertRefused(new Refused("deluge.png", Hostile.flood(60_000), 413, "file.unsafe.pixels", 150));
        }
        var after = heap();
        System.out.printf("Heap of the application: %d MiB before, %d MiB after ten hostile files%n", before, after);
        assertTrue(after - before < MAY_GROW, () -> before + " MiB became " + after);
    }

    private static List<Refused> refused() {
        var table = Samples.xlsx("tableau");
        return List.of(
                new Refused("bombe.docx", Hostile.bomb(120), 413, "file.unsafe.bomb"),
                new Refused("foule.docx", Hostile.crowd(10_001), 413, "file.unsafe.entries", 10_000),
                new Refused("matriochka.docx", Hostile.nested(), 415, "file.unsafe.nested"),
                new Refused("archive.docx", Hostile.with("word/media/a.zip"), 415, "file.unsafe.nested"),
                new Refused("glisse.docx", Hostile.with("../../etc/passwd"), 415, "file.unsafe.path"),
                new Refused("glisse2.docx", Hostile.with("word\\\\..\\..\\x"), 415, "file.unsafe.path"),
                new Refused("racine.docx", Hostile.with("/etc/passwd"), 415, "file.unsafe.path"),
                new Refused("lien.docx", Hostile.link(), 415, "file.unsafe.link"),
                new Refused("autre.xlsx", Samples.docx("Un texte."), 415, "file.type.mismatch", "xlsx"),
                new Refused("autre.odt", table, 415, "file.type.mismatch", "odt"),
                new Refused("deluge.png", Hostile.flood(60_000), 413, "file.unsafe.pixels", 150),
                new Refused("dessin.png", Hostile.bytes("<svg onload='alert(1)'/>"), 415, "file.type.mismatch", "png"),
                new Refused("dessin.svg", Hostile.bytes("<svg onload='alert(1)'/>"), 415, "file.type.refused", "svg"),
                new Refused("page.pdf", Hostile.bytes("<html><script>1</script>"), 415, "file.type.mismatch", "pdf"),
                new Refused(
                        "deux.pdf",
                        Hostile.joined(Samples.docx("Un texte."), Samples.pdf("Un autre.")),
                        415,
                        "file.type.mismatch",
                        "pdf"),
                new Refused("facture.pdf.exe", Samples.pdf("Une facture."), 415, "file.type.refused", "exe"),
                new Refused("facture\u202efdp.exe", Hostile.bytes("MZ"), 422, "file.name.hidden"),
                new Refused("x".repeat(300) + ".pdf", Samples.pdf("Long."), 422, "file.name.length", 255),
                new Refused("vide.pdf", new byte[0], 422, "file.empty"),
                new Refused(
                        "verrou.docx",
                        Hostile.joined(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, new byte[600]),
                        415,
                        "file.locked"));
    }

    private static List<Kept> kept() {
        return List.of(
                new Kept("xxe.docx", Hostile.xxeDocx(address, "mot"), "INDEXED|FAILEDBROKEN"),
                new Kept("xxe.xlsx", Hostile.xxeXlsx(address), "INDEXED|FAILEDBROKEN"),
                new Kept("xfa.pdf", Hostile.xfa(address), "INDEXED|FAILEDBROKEN"),
                new Kept(
                        "page.html", Hostile.bytes("<html><script>alert('trame')</script><p>Vu</p></html>"), "INDEXED"),
                new Kept("page.txt", Hostile.bytes("<html><script>alert('trame')</script></html>"), "INDEXED"),
                new Kept("double.png", Hostile.pictureAndPage(), "INDEXED"),
                new Kept("deux.pdf", Hostile.joined(Samples.pdf("Un PDF."), Samples.docx("Un texte.")), "INDEXED"),
                new Kept("facture.exe.pdf", Samples.pdf("Une vraie facture."), "INDEXED"),
                new Kept("table.docx", Hostile.embedding(Samples.xlsx("Une table dans un texte.")), "INDEXED"),
                new Kept(
                        "eicar.txt",
                        Hostile.eicar(),
                        Part.ANTIVIRUS.process().isPresent() ? "QUARANTINEDINFECTED" : "INDEXED"),
                new Kept("verrou.pdf", Samples.lockedPdf("Personne."), "FAILEDENCRYPTED"),
                new Kept("abime.pdf", Samples.brokenPdf(), "FAILEDBROKEN"),
                new Kept(
                        "abime.png",
                        Hostile.joined(
                                Scans.picture("png", new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB)),
                                new byte[9]),
                        "INDEXED|FAILEDBROKEN"));
    }

    private static void assertRefused(Refused file) {
        var before = documents();
        var answer = AUTHOR.upload(place.dossier(), file.name(), file.bytes());
        assertEquals(file.status(), answer.status(), () -> file.name() + ": " + answer);
        assertEquals(
                Wording.of(java.util.Locale.FRENCH, file.key(), file.arguments()),
                answer.json().path("detail").asText(),
                file.name());
        assertEquals(before, documents(), file.name());
    }

    private static long documents() {
        return Rows.of(Product.ARA).number("select count(*) from document where dossier_id::text = ?", place.dossier());
    }

    private static void assertHarmless(JsonNode document) {
        var name = document.path("name").asText();
        var id = document.path("id").asText();
        var file = AUTHOR.get("/documents/" + id + "/content");
        if (document.path("state").asText().equals("QUARANTINED")) {
            assertEquals(409, file.status(), name);
            return;
        }
        assertEquals("nosniff", file.header("X-Content-Type-Options"), name);
        assertTrue(file.header("Content-Disposition").startsWith("attachment"), name);
        assertTrue(file.header("Content-Security-Policy").contains("sandbox"), name);
        var text = Rows.of(Product.ARA)
                .text("select string_agg(content, ' ') from document_page where document_id::text = ?", id);
        assertFalse(text.contains(hostname()), () -> name + " tells of the machine: " + text);
    }

    private static String hostname() {
        var name = Part.text(java.nio.file.Path.of("/etc/hostname")).strip();
        return name.isEmpty() ? "\0" : name;
    }

    /** @return MiB in use after everything that can go went, by the machine's own word */
    private static long heap() {
        var app = Part.APP.process().orElseThrow(() -> new IllegalStateException("the application is not ours"));
        Part.output("jcmd", Long.toString(app.pid()), "GC.run");
        var told = Part.output("jcmd", Long.toString(app.pid()), "GC.heap_info");
        var used = Pattern.compile("used (\\d+)K").matcher(told.replaceAll("(?s)Metaspace.*", ""));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        assertTrue(sum > 0, told);
        return sum * 1024 / MEBIBYTE;
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static void count(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                socket.accept().close();
                fetched.incrementAndGet();
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
