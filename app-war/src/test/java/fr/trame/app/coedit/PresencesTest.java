package fr.trame.app.coedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.identity.Person;
import fr.trame.app.tenancy.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody speaks in another's name. */
class PresencesTest {

    private final Presences presences = new Presences();
    private final Peer first = new Somebody("Première");
    private final Peer second = new Somebody("Seconde");

    @Test
    void theNameIsTheOneOfTheSession() throws Wire.Malformed {
        var said =
                presences.take(first, said(7, 1, "{\"user\":{\"name\":\"Seconde\"},\"section\":\"context\",\"x\":1}"));
        var in = new Wire.Reader(said.orElseThrow());
        assertEquals(1, in.number());
        assertEquals(7, in.number());
        assertEquals(1, in.number());
        assertEquals(
                "{\"user\":{\"name\":\"Première\",\"who\":" + (Math.floorMod("Première".hashCode(), 6) + 1)
                        + "},\"section\":\"context\"}",
                in.text());
    }

    @Test
    void nobodyMovesTheCaretOfAnother() throws Wire.Malformed {
        assertTrue(presences.take(first, said(7, 1, "{}")).isPresent());
        assertTrue(presences.take(second, said(7, 2, "null")).isEmpty());
        assertTrue(presences.take(first, said(8, 1, "{}")).isEmpty(), "one line, one client");
        assertTrue(presences.take(second, said(8, 1, "{}")).isPresent());
    }

    @Test
    void whoLeavesIsGoneForTheOthers() throws Wire.Malformed {
        presences.take(first, said(7, 4, "{}"));
        var in = new Wire.Reader(presences.gone(first).orElseThrow());
        assertEquals(1, in.number());
        assertEquals(7, in.number());
        assertEquals(5, in.number());
        assertEquals("null", in.text());
        assertTrue(presences.all().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"context\"",
                "{\"anchor\":{},\"head\":{}}",
                "{\"anchor\":{\"tname\":\"fields\"},\"head\":{\"tname\":\"fields\"}}",
                "{\"anchor\":{\"item\":{\"client\":1,\"clock\":-1}},\"head\":{\"item\":{\"client\":1,\"clock\":1}}}",
                "{\"anchor\":{\"item\":{\"client\":1e99,\"clock\":1}},\"head\":{\"item\":{\"client\":1,\"clock\":1}}}"
            })
    void aCaretThatIsNoPlaceIsNotPassedOn(String caret) throws Wire.Malformed {
        var said = presences.take(first, said(7, 1, "{\"cursor\":" + caret + ",\"section\":\"fields\"}"));
        var heard = new String(said.orElseThrow(), StandardCharsets.UTF_8);
        assertFalse(heard.contains("cursor") || heard.contains("fields"), heard);
    }

    @Test
    void aCaretIsPassedOn() throws Wire.Malformed {
        var caret = "{\"anchor\":{\"type\":null,\"tname\":\"context\",\"item\":{\"client\":9,\"clock\":3},\"assoc\":0},"
                + "\"head\":{\"type\":{\"client\":9,\"clock\":0},\"tname\":null,\"item\":null,\"assoc\":-1}}";
        var said = presences.take(first, said(7, 1, "{\"cursor\":" + caret + "}"));
        assertTrue(new String(said.orElseThrow(), StandardCharsets.UTF_8).contains(caret));
    }

    @Test
    void whatIsNoPresenceIsRefused() {
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(7, 1, "[]")));
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(7, 1, "{")));
        var deep = "{\"cursor\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(7, 1, deep)));
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(1L << 32, 1, "{}")));
        assertThrows(Wire.Malformed.class, () -> presences.take(first, new byte[] {1}));
        assertThrows(Wire.Malformed.class, () -> presences.take(first, new byte[5_000]));
    }

    private static byte[] said(long client, long clock, String state) {
        return new Wire.Writer()
                .number(1)
                .number(client)
                .number(clock)
                .text(state)
                .toBytes();
    }

    private record Somebody(Visit visit) implements Peer {

        Somebody(String name) {
            this(new Visit(
                    new Tenant(UUID.randomUUID(), "sud", "Sud", "REGION", "TI", "EUR", "#000000"),
                    UUID.randomUUID(),
                    new Person(name, name, ""),
                    "",
                    true));
        }

        @Override
        public boolean isClosed() {
            return false;
        }

        @Override
        public void send(byte[] message) {}

        @Override
        public void close(End why) {}
    }
}
