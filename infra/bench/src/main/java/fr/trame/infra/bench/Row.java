package fr.trame.infra.bench;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param what was measured
 * @param reference what the same cost without the product
 * @param verdict the aim and whether it was reached; empty without an aim
 */
record Row(String what, String product, String reference, String ratio, String verdict) {

    /** A line about the product alone. */
    static Row alone(String what, String product) {
        return new Row(what, product, "", "", "");
    }

    static Row compared(String what, String product, String reference, double ratio) {
        return new Row(what, product, reference, String.format(Locale.ROOT, "%.2f", ratio), "");
    }

    Row atLeast(double aim, double ratio) {
        return judged("≥ " + aim, ratio >= aim);
    }

    Row atMost(double aim, double ratio) {
        return judged("≤ " + aim, ratio <= aim);
    }

    Row within(double aimMillis, double p95) {
        return judged(String.format(Locale.ROOT, "p95 ≤ %.0f ms", aimMillis), p95 <= aimMillis);
    }

    private Row judged(String aim, boolean reached) {
        return new Row(what, product, reference, ratio, aim + (reached ? ", reached" : ", missed"));
    }
}
