package fr.trame.app.search.elasticsearch;

import java.util.concurrent.atomic.AtomicInteger;

/** Five calls in a row without an answer, and for five seconds nobody waits for one; a next failure begins again. */
final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastFailure;

    boolean isOpen() {
        return failures.get() >= FAILURES && System.nanoTime() - lastFailure < PAUSE_NANOS;
    }

    void failed() {
        lastFailure = System.nanoTime();
        failures.incrementAndGet();
    }

    void answered() {
        failures.set(0);
    }
}
