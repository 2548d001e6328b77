package fr.trame.app.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amounts as they are read: grouped, with their currency, with two digits of cents or none. */
public final class Money {

    /** Where the English format puts a code and the digits together. */
    private static final Pattern CODE_BEFORE = Pattern.compile("(?<=\\p{L})(?=\\d)");

    private Money() {}

    /** @return whether one of the amounts has cents, so that all that stand together show them */
    public static boolean hasCents(Stream<BigDecimal> amounts) {
        return amounts.anyMatch(amount -> amount.stripTrailingZeros().scale() > 0);
    }

    /** @return « 1 180 000 € », « 120 000,50 € » */
    public static String words(BigDecimal amount, String currency, Locale locale, boolean cents) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(cents ? 2 : 0);
        format.setMaximumFractionDigits(cents ? 2 : 0);
        var words = format.format(amount).replace('\u00a0', '\u202f');
        return CODE_BEFORE.matcher(words).replaceFirst("\u202f");
    }
}
