package fr.trame.app.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Hand hand = new Hand();
    private final Pace pace = new Pace(hand);

    @Test
    void oneMoreThanAllowedIsRefusedUntilTheMinuteIsOver() {
        assertTrue(pace.allows("a", 2));
        assertTrue(pace.allows("a", 2));
        assertFalse(pace.allows("a", 2));
        assertTrue(pace.allows("b", 2), "somebody else is not held up");
        hand.now = hand.now.plusSeconds(59);
        assertFalse(pace.allows("a", 2));
        hand.now = hand.now.plusSeconds(1);
        assertTrue(pace.allows("a", 2));
    }

    @Test
    void lookingWhetherItIsSpentDoesNotCount() {
        assertFalse(pace.isSpent("a", 1));
        assertFalse(pace.isSpent("a", 1));
        assertTrue(pace.allows("a", 1));
        assertTrue(pace.isSpent("a", 1));
        hand.now = hand.now.plusSeconds(60);
        assertFalse(pace.isSpent("a", 1));
    }

    @Test
    void manyOthersMakeItForgetWhoAskedLongestAgoOnly() {
        assertTrue(pace.allows("old", 1));
        for (var other = 0; other < 9_999; other++) {
            assertTrue(pace.allows("other " + other, 1));
        }
        assertFalse(pace.allows("old", 1), "still remembered");
        assertTrue(pace.allows("one more", 1));
        assertTrue(pace.allows("other 0", 1), "forgotten");
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
