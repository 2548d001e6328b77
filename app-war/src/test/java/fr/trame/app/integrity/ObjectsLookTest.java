package fr.trame.app.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.storage.InMemoryObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two lists of any length, compared a bounded part at a time, over a store that is only a map. */
class ObjectsLookTest {

    private final Instant longAgo = Instant.now().minus(8, ChronoUnit.DAYS);

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Rows rows = new Rows();

    @Test
    void oldBytesThatNoRowKnowsAreRemoved() {
        write("documents/old");
        write("documents/young");
        store.written("documents/young", Instant.now());
        var findings = walk();
        assertEquals(List.of(new Finding(Finding.Kind.OBJECT_UNKNOWN, null, "documents/old", true)), findings);
        assertFalse(store.exists("documents/old"));
        assertTrue(store.exists("documents/young"));
    }

    @Test
    void everyDifferenceIsFoundHoweverLongTheListsAre() {
        var both =
                IntStream.range(0, 2_300).mapToObj("documents/%05d"::formatted).toList();
        both.forEach(key -> {
            rows.promise(key);
            write(key);
        });
        var missing = List.of("documents/00000", "documents/00499", "documents/00500", "documents/02299");
        missing.forEach(store::delete);
        var unknown = List.of("documents/00000a", "documents/01000a", "documents/99999");
        unknown.forEach(this::write);
        var findings = walk();
        assertEquals(missing, names(findings, Finding.Kind.OBJECT_MISSING));
        assertEquals(unknown, names(findings, Finding.Kind.OBJECT_UNKNOWN));
    }

    @Test
    void aRowWhoseBytesAreOnTheirWayPromisesNothing() {
        rows.promises.put(
                "documents/coming",
                new Inventory.Promise("documents/coming", false, UUID.randomUUID(), "a.pdf", 1, false));
        assertTrue(walk().isEmpty());
    }

    @Test
    void anObjectThatCameAfterTheListIsThere() {
        rows.promise("documents/late");
        write("documents/late");
        store.unlist("documents/late");
        assertTrue(walk().isEmpty());
    }

    private void write(String key) {
        try {
            store.put(key, new ByteArrayInputStream(new byte[1]), 1, "text/plain");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        store.written(key, longAgo);
    }

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    private List<Finding> walk() {
        var look = new ObjectsLook();
        look.inventory = rows;
        look.store = store;
        var findings = new ArrayList<Finding>();
        var reached = "";
        do {
            var slice = look.objects(reached);
            assertTrue(slice.isLast() || slice.reached().compareTo(reached) > 0, "it comes nearer to its end");
            findings.addAll(slice.findings());
            reached = slice.reached();
        } while (!reached.isEmpty());
        return findings;
    }

    private static List<String> names(List<Finding> findings, Finding.Kind kind) {
        return findings.stream()
                .filter(each -> each.kind() == kind)
                .map(Finding::name)
                .sorted()
                .toList();
    }

    private static final class Rows extends Inventory {

        final TreeMap<String, Promise> promises = new TreeMap<>();

        void promise(String key) {
            promises.put(key, new Promise(key, true, UUID.randomUUID(), key, 1, false));
        }

        @Override
        List<Promise> promises(String after, int atMost) {
            return promises.tailMap(after, false).values().stream()
                    .limit(atMost)
                    .toList();
        }

        @Override
        boolean isKnown(String key) {
            return promises.containsKey(key);
        }
    }
}
