package fr.trame.app.piloting.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Parts of a whole as attributes of a drawing, since no page has an inline style. */
final class Shares {

    private Shares() {}

    /** @return {@code 33.33%}; of nothing, nothing */
    static String of(BigDecimal part, BigDecimal whole) {
        if (whole.signum() <= 0) {
            return "0%";
        }
        return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }
}
