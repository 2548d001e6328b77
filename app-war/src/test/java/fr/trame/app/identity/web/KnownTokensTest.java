package fr.trame.app.identity.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.trame.app.identity.Person;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Person SOMEONE = new Person("someone", "Cheffe de projet", "");

    private final KnownTokens known = new KnownTokens();

    @Test
    void isKnownForAMinute() {
        known.keep("token", SOMEONE, NOW, NOW.plusSeconds(600));
        assertEquals(SOMEONE, known.holder("token", NOW.plusSeconds(59)));
        assertNull(known.holder("token", NOW.plusSeconds(60)));
        assertNull(known.holder("other", NOW));
    }

    @Test
    void endsWithTheToken() {
        known.keep("token", SOMEONE, NOW, NOW.plusSeconds(5));
        assertEquals(SOMEONE, known.holder("token", NOW.plusSeconds(4)));
        assertNull(known.holder("token", NOW.plusSeconds(5)));
    }

    @Test
    void isBounded() {
        for (int number = 0; number < KnownTokens.MOST; number++) {
            known.keep("token" + number, SOMEONE, NOW, NOW.plusSeconds(600));
        }
        known.keep("one more", SOMEONE, NOW, NOW.plusSeconds(600));
        assertEquals(SOMEONE, known.holder("one more", NOW));
        assertNull(known.holder("token0", NOW));
    }
}
