package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts are written as the language writes them, and those that stand together alike. */
class MoneyTest {

    private static final BigDecimal AMOUNT = new BigDecimal("120000.5");

    @Test
    void aFrenchAmountHasNarrowGroupsTwoDigitsOfCentsAndTheCurrencyBehind() {
        assertEquals("120\u202f000,50\u202f€", Money.words(AMOUNT, "EUR", Locale.FRENCH, true));
        assertEquals("120\u202f000,50\u202fMAD", Money.words(AMOUNT, "MAD", Locale.FRENCH, true));
        assertEquals("1\u202f180\u202f000\u202f€", Money.words(new BigDecimal("1180000"), "EUR", Locale.FRENCH, false));
    }

    @Test
    void anEnglishAmountHasCommasAndTheCurrencyBefore() {
        assertEquals("€120,000.50", Money.words(AMOUNT, "EUR", Locale.ENGLISH, true));
        assertEquals("MAD\u202f120,000.50", Money.words(AMOUNT, "MAD", Locale.ENGLISH, true));
    }

    @Test
    void oneAmountWithCentsGivesThemToItsColumn() {
        assertTrue(Money.hasCents(Stream.of(BigDecimal.TEN, AMOUNT)));
        assertFalse(Money.hasCents(Stream.of(new BigDecimal("120000.00"), BigDecimal.ZERO)));
    }
}
