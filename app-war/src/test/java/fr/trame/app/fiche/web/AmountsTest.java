package fr.trame.app.fiche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People type amounts in many ways, and never lose one to a space. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "890000, 890000",
        "890 000, 890000",
        "890\u00a0000, 890000",
        "890\u202f000, 890000",
        "1250.5, 1250.5",
        "120000.5, 120000.5",
        "'120\u202f000,50', 120000.50",
        "0, 0",
        "'1 250,50', 1250.50"
    })
    void frenchAmountsAreUnderstood(String typed, BigDecimal amount) {
        assertEquals(Optional.of(amount), Amounts.parse(typed, Locale.FRENCH));
    }

    /** A comma before one or two digits is no group: who types as in French is not read a hundred times too high. */
    @ParameterizedTest
    @CsvSource({"'890,000.25', 890000.25", "'1,234', 1234", "'120 000,50', 120000.50", "120000.5, 120000.5"})
    void englishCommasGroupThousands(String typed, BigDecimal amount) {
        assertEquals(Optional.of(amount), Amounts.parse(typed, Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23,456", "12,3456", "1,234,5", ",5", "1.234,50"})
    void groupsThatAreNoneAreRefused(String typed) {
        assertTrue(Amounts.parse(typed, Locale.ENGLISH).isEmpty());
    }

    @Test
    void nothingTypedIsZero() {
        assertEquals(Optional.of(BigDecimal.ZERO), Amounts.parse(null, Locale.FRENCH));
        assertEquals(Optional.of(BigDecimal.ZERO), Amounts.parse("  ", Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"890 000 euros", "-5", "1,234", "1e9", "12.3.4", "1234567890123456"})
    void whatIsNoAmountIsRefused(String typed) {
        assertTrue(Amounts.parse(typed, Locale.FRENCH).isEmpty());
    }

    @Test
    void anAmountReadCanBeTypedAgain() {
        var amount = new BigDecimal("1234567.80");
        for (var locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            var again = Amounts.parse(Amounts.typed(amount, locale), locale).orElseThrow();
            assertEquals(0, amount.compareTo(again), locale.toString());
        }
    }
}
