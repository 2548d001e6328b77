package fr.trame.infra.stack.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalEachChangeIsOneLineWithoutControlCharacters() {
        try (var board = new Board(out, false, 20)) {
            var lane = board.lane("Keycloak");
            lane.doing("building, once for this version and theme");
            lane.doing("building, once for this version and theme");
            lane.done("ready");
        }
        assertEquals(2, text().lines().count());
        assertFalse(text().contains("\u001b"));
        assertTrue(text().contains("once for this version and theme"));
    }

    @Test
    void onATerminalNoLineIsWiderThanIt() {
        try (var board = new Board(out, true, 30)) {
            board.lane("Keycloak").doing("building, once for this version and theme");
        }
        assertTrue(
                text().lines()
                        .allMatch(line ->
                                line.replaceAll("\u001b\\[[0-9]*[A-Z]", "").length() <= 30),
                text());
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
