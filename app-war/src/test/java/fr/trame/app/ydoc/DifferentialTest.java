package fr.trame.app.ydoc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The merger comes to what Yjs comes to, byte by byte. To see one document again:
 * {@code -Dtest=DifferentialTest -Dtrame.ydoc.seed=… -Dtrame.ydoc.documents=1}.
 */
class DifferentialTest {

    private static final long FIRST_SEED = Long.getLong("trame.ydoc.seed", 20_261_122L);
    private static final int DOCUMENTS = Integer.getInteger("trame.ydoc.documents", 10_000);
    private static final int AT_ONCE = 2;
    private static final int SHOWN = 5;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicLong updates = new AtomicLong();
    private final ConcurrentLinkedQueue<String> mismatches = new ConcurrentLinkedQueue<>();

    @Test
    void theMergerAgreesWithYjs() throws InterruptedException {
        var start = System.nanoTime();
        var threads = Stream.generate(() -> new Thread(this::tryDocuments))
                .limit(AT_ONCE)
                .peek(Thread::start)
                .toList();
        for (var each : threads) {
            each.join();
        }
        System.out.printf(
                "Merger against Yjs: %d documents from seed %d on, %d updates, %d mismatches, %d s%n",
                tried.get(), FIRST_SEED, updates.get(), mismatches.size(), (System.nanoTime() - start) / 1_000_000_000);
        assertEquals(List.of(), mismatches.stream().limit(SHOWN).toList());
        assertEquals(DOCUMENTS, tried.get());
    }

    private void tryDocuments() {
        try (var oracle = new Oracle()) {
            for (var i = next.getAndIncrement(); i < DOCUMENTS; i = next.getAndIncrement()) {
                var trial = new Trial(oracle, FIRST_SEED + i);
                mismatches.addAll(trial.mismatches());
                updates.addAndGet(trial.updates());
                tried.incrementAndGet();
            }
        } catch (RuntimeException | Error trouble) {
            mismatches.add("seed " + FIRST_SEED + " and on: " + trouble);
            throw trouble;
        }
    }
}
