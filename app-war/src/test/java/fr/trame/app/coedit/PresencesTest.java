package fr.trame.app.coedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.identity.Person;
import fr.trame.app.tenancy.Tenant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatIsNoPresenceIsRefused() {
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(7, 1, "[]")));
        assertThrows(Wire.Malformed.class, () -> presences.take(first, said(7, 1, "{")));
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
        public void send(byte[] message) {}

        @Override
        public void close(End why) {}
    }
}
