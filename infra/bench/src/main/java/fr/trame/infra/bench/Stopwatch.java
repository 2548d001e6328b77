package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes the time of work. */
final class Stopwatch {

    private static final double NANOS_IN_MILLI = 1e6;

    private Stopwatch() {}

    static double millis(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / NANOS_IN_MILLI;
    }

    /** Times of two ways to the same end, taken in turns so that both see the same machine. */
    record Pair(List<Double> product, List<Double> reference) {

        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** Every other time the reference goes first: whoever goes second finds caches warm. */
        void measure(int turn, Runnable throughProduct, Runnable straight) {
            if (turn % 2 == 0) {
                product.add(millis(throughProduct));
                reference.add(millis(straight));
            } else {
                reference.add(millis(straight));
                product.add(millis(throughProduct));
            }
        }

        Times productTimes() {
            return new Times(product);
        }

        Times referenceTimes() {
            return new Times(reference);
        }
    }

    /** Does all of it, so many at once, and comes back when the last is done. */
    static void together(int atOnce, List<Runnable> works) {
        if (atOnce == 1) {
            works.forEach(Runnable::run);
            return;
        }
        var threads = Executors.newFixedThreadPool(atOnce);
        try {
            var all = works.stream().<Future<?>>map(threads::submit).toList();
            for (var each : all) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof BenchFailure known
                    ? known
                    : new BenchFailure("Work failed: " + failure.getCause(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", stopped);
        } finally {
            threads.shutdownNow();
        }
    }
}
