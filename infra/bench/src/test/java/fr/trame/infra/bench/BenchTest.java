package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {

    @Test
    void withoutAStackItSaysHowToHaveOne(@TempDir Path folder) {
        var said = failing("--home", folder.toString());
        assertTrue(said.contains("There is no stack in " + folder), said);
        assertTrue(said.contains("infra/up"), said);
    }

    @Test
    void aStackThatIsDownIsNotMeasured(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("app.env"), "TRAME_DB_URL=jdbc:postgresql://127.0.0.1:1/trame\n");
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("run/app.pid"), "pid=1\nmark=of another process\n");
        var said = failing("--home", folder.toString());
        assertTrue(said.contains("PostgreSQL"), said);
        assertTrue(said.contains("the application are down"), said);
    }

    @Test
    void anUnknownMeasurementIsRefusedBeforeAnythingStarts(@TempDir Path folder) {
        var said = failing("--only", "uploads,latency", "--home", folder.toString());
        assertTrue(said.contains("no measurement 'latency'"), said);
        assertTrue(said.contains("freshness"), said);
    }

    @Test
    void withoutAChoiceEverythingIsMeasured() {
        assertEquals(Set.copyOf(Run.ALL), Run.chosen(List.of()));
        assertEquals(Set.of("search"), Run.chosen(List.of("search")));
    }

    @Test
    void aVariableThatTheStackDoesNotSayIsNamed() {
        var failure = assertThrows(BenchFailure.class, () -> Place.variable(Map.of("A", " "), "A"));
        assertTrue(String.valueOf(failure.getMessage()).contains("app.env does not say A"));
    }

    @Test
    void aPartThatDoesNotAnswerIsNamed() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var request =
                new Request.Builder().url("http://127.0.0.1:" + free + "/").build();
        var failure = assertThrows(BenchFailure.class, () -> new Http().send("Extraction", request));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("Extraction: no answer from 127.0.0.1:" + free));
    }

    @Test
    void whatFailsOnAnotherThreadFailsHere() {
        List<Runnable> works = List.of(() -> {}, () -> {
            throw new BenchFailure("no");
        });
        assertEquals(
                "no",
                assertThrows(BenchFailure.class, () -> Stopwatch.together(2, works))
                        .getMessage());
        assertEquals(
                "no",
                assertThrows(BenchFailure.class, () -> Stopwatch.together(1, works))
                        .getMessage());
    }

    /** Standard error is where the person looks. */
    private static String failing(String... words) {
        var bytes = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, Bench.run(words));
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
