package fr.trame.infra.painter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files become PDFs, and what is in them does nothing else. Needs LibreOffice. */
class OfficeTest {

    private static final Optional<Path> PROGRAM = Office.find(System.getenv().getOrDefault("PATH", ""));

    private final Cell cell = Cell.make(Workshop.LARGEST);

    @BeforeAll
    static void requireOffice() {
        if (PROGRAM.isEmpty()) {
            var reason = "No LibreOffice on this machine: office files are not tried.";
            System.out.println(reason);
            abort(reason);
        }
    }

    @Test
    void aTextBecomesAPdfThatHoldsItsWords(@TempDir Path folder) throws Exception {
        var words = text(folder, Made.docx("La convention du bassin."), Made.TEXT);
        assertTrue(words.contains("La convention du bassin."), words);
    }

    @Test
    void nothingIsFetchedFromTheNetwork(@TempDir Path folder) throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
        var words = text(folder, Made.docxThatFetches(address), Made.TEXT);
        server.stop(0);
        assertTrue(words.contains("Avant."), words);
        assertEquals(0, asked.get(), "nobody asked for the picture");
    }

    @Test
    void noFileOfTheMachineIsTakenIn(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        var secret = Files.writeString(elsewhere.resolve("secret.txt"), "Le mot de passe.");
        var words = text(folder, Made.odtThatReads(secret.toUri().toString()), Made.OPEN_TEXT);
        assertTrue(words.contains("Avant."), words);
        assertFalse(words.contains("Le mot de passe"), words);
    }

    @Test
    void whatTakesTooLongIsEndedWithAllItStarted(@TempDir Path folder) throws Exception {
        var slow = new Office(PROGRAM, cell, Duration.ofSeconds(1));
        var document = Files.write(folder.resolve("document"), Made.docx("mot ".repeat(500_000)));
        var ended = assertThrows(NotPainted.class, () -> slow.pdf(folder, document, Made.TEXT));
        assertEquals(NotPainted.Reason.TOO_SLOW, ended.reason());
        for (int look = 0; look < 50 && runs(folder); look++) {
            TimeUnit.MILLISECONDS.sleep(100); // the system takes a moment to end what is told to
        }
        assertFalse(runs(folder), "nothing of it runs any more");
    }

    private static boolean runs(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(each -> each.info().commandLine().stream())
                .anyMatch(line -> line.contains(folder.toString()));
    }

    @Test
    void aProgramWritesNoMoreThanItMay(@TempDir Path folder) throws Exception {
        var narrow = Cell.make(1 << 20);
        narrow.run(folder, Duration.ofSeconds(10), List.of("sh", "-c", "exec yes > many"));
        assertEquals(1 << 20, Files.size(folder.resolve("many")));
    }

    private String text(Path folder, byte[] document, String mediaType) throws Exception {
        var office = new Office(PROGRAM, cell, Office.TIME);
        var pdf = office.pdf(folder, Files.write(folder.resolve("document"), document), mediaType);
        try (var opened = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(opened);
        }
    }
}
