package fr.trame.app;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps callers from waiting for a service that does not answer: after five calls in a row without an answer nobody waits
 * for one for five seconds; a next failure begins again.
 */
public final class CircuitBreaker {

    private static final int FAILURES = 5;
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final AtomicInteger failures = new AtomicInteger();
    private volatile long lastFailure;

    /** @return whether a call would most likely wait in vain */
    public boolean isOpen() {
        return failures.get() >= FAILURES && System.nanoTime() - lastFailure < PAUSE_NANOS;
    }

    /** No answer came in time. */
    public void failed() {
        lastFailure = System.nanoTime();
        failures.incrementAndGet();
    }

    /** An answer came, be it a refusal. */
    public void answered() {
        failures.set(0);
    }
}
