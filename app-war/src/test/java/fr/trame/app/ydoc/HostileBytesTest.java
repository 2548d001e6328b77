package fr.trame.app.ydoc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Updates that were tampered with, sent to documents with content. Each is taken or refused, and nothing else: a refusal
 * leaves the document as it was, and what is taken can be written and read again. {@code -Dtrame.ydoc.seed=…} for others.
 */
class HostileBytesTest {

    private static final long SEED = Long.getLong("trame.ydoc.seed", 20_261_122L);
    private static final int ROUNDS = 60;
    private static final int UPDATES = 500;
    private static final YLimits LIMITS = new YLimits(1 << 16, 1 << 20, 20_000, 24, 1 << 14, 64, 100_000);
    private static final Duration HANG = Duration.ofMinutes(2);

    private final Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void whatWasTamperedWithIsTakenOrRefused() {
        assertTimeoutPreemptively(HANG, () -> {
            for (var round = 0; round < ROUNDS; round++) {
                attack(new Random(SEED + round));
            }
        });
        System.out.println("Tampered updates from seed " + SEED + " on: " + counts + ", refused " + refused);
        assertTrue(refused.getOrDefault(Reason.UNREADABLE, 0) > 0, "some are not updates any more");
        assertTrue(refused.getOrDefault(Reason.IMPOSSIBLE, 0) > 0, "some name what cannot be");
        assertTrue(counts.getOrDefault("changed", 0) > 0, "some are taken");
    }

    private void attack(Random random) throws MalformedUpdateException {
        var log = new Typist(random).log(80);
        var doc = YDoc.empty(LIMITS);
        for (var each : log.subList(0, 60)) {
            doc.apply(each);
        }
        for (var i = 0; i < UPDATES; i++) {
            var before = doc.encode();
            var update =
                    Tampering.tampered(random, random.nextInt(8) == 0 ? before : log.get(random.nextInt(log.size())));
            var taken = taken(doc, update);
            assertTrue(taken || Arrays.equals(before, doc.encode()), "a refusal changes nothing");
            if (taken && i % 8 == 0) {
                read(doc);
                readAgain(doc);
            }
        }
    }

    private boolean taken(YDoc doc, byte[] update) {
        try {
            counts.merge(doc.apply(update).changed() ? "changed" : "known", 1, Integer::sum);
            return true;
        } catch (MalformedUpdateException refusal) {
            counts.merge("refused", 1, Integer::sum);
            refused.merge(refusal.reason(), 1, Integer::sum);
            return false;
        }
    }

    /**
     * What was taken can be put away and read again. The order of what stands at one place may then be another one: it is
     * the same everywhere only among writers who do not lie about what they saw. What waits may come in then, if two
     * updates use one id for different things.
     */
    private static void readAgain(YDoc doc) throws MalformedUpdateException {
        var again = YDoc.of(doc.encode(), YLimits.NONE);
        if (!doc.hasPending()) {
            assertFalse(again.hasPending());
            assertArrayEquals(doc.stateVector(), again.stateVector());
            for (var root : doc.roots()) {
                assertEquals(doc.text(root).length(), again.text(root).length());
            }
        }
    }

    private static void read(YDoc doc) {
        for (var root : doc.roots()) {
            doc.text(root);
            doc.xml(root);
        }
    }
}
