package fr.trame.app.fiche.web;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them: spaces of any width between thousands, a comma or a point before the cents. */
final class Amounts {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,2})?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,2})?");

    private Amounts() {}

    /** @return the amount, zero when nothing is typed, empty when it is not an amount */
    static Optional<BigDecimal> parse(@Nullable String typed, Locale locale) {
        var text = typed == null ? "" : SPACES.matcher(typed).replaceAll("");
        if (text.isEmpty()) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (AMOUNT.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        }
        var commaGroups = DecimalFormatSymbols.getInstance(locale).getGroupingSeparator() == ',';
        return commaGroups && GROUPED.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(",", "")))
                : Optional.empty();
    }

    /** @return the amount as it is typed again: grouped, with cents only when there are some, "" for zero */
    static String typed(BigDecimal amount, Locale locale) {
        if (amount.signum() == 0) {
            return "";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(amount.stripTrailingZeros().scale() > 0 ? 2 : 0);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
