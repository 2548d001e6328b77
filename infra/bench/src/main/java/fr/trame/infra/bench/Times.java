package fr.trame.infra.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** What was measured again and again, in milliseconds. */
final class Times {

    private final double[] sorted;

    /** @throws BenchFailure when nothing was measured */
    Times(Collection<Double> millis) {
        if (millis.isEmpty()) {
            throw new BenchFailure("Nothing was measured, so nothing can be said of it.");
        }
        sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** The least value that so many per cent of all values do not exceed: always one that was measured. */
    double percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("no percentile: " + percent);
        }
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }

    /** @return how many times the other's percentile this one is */
    double ratio(double percent, Times reference) {
        return ratio(percentile(percent), reference.percentile(percent));
    }

    /** @throws BenchFailure when the reference is nothing */
    static double ratio(double measured, double reference) {
        if (!(reference > 0)) {
            throw new BenchFailure("The reference is " + reference + ": no ratio to it can be given.");
        }
        return measured / reference;
    }

    /** Median and extremes after each time was turned into another figure, a rate for example. */
    String spread(Figure figure) {
        var figures = Arrays.stream(sorted).map(figure::of).sorted().toArray();
        return String.format(
                Locale.ROOT, "%.1f (%.1f to %.1f)", figure.of(median()), figures[0], figures[figures.length - 1]);
    }

    /** {@code p50 1.2 ms, p95 …}. */
    String percentiles(int... percents) {
        var text = new StringBuilder();
        for (int percent : percents) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(String.format(Locale.ROOT, "p%d %.1f", percent, percentile(percent)));
        }
        return text + " ms";
    }

    /** Another figure made of a time in milliseconds. */
    @FunctionalInterface
    interface Figure {
        double of(double millis);
    }
}
