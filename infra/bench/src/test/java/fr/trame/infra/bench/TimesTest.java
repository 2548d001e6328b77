package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {

    private final Times hundred = new Times(
            IntStream.rangeClosed(1, 100).mapToObj(number -> 101.0 - number).toList());

    @Test
    void aPercentileIsTheLeastTimeThatSoManyDoNotExceed() {
        assertEquals(50, hundred.percentile(50));
        assertEquals(95, hundred.percentile(95));
        assertEquals(99, hundred.percentile(99));
        assertEquals(100, hundred.percentile(100));
        assertEquals(4, new Times(List.of(4.0, 1.0, 3.0, 2.0)).percentile(95));
        assertEquals(7, new Times(List.of(7.0)).percentile(50));
    }

    @Test
    void thereIsNoPercentileBeyondAllOrBeforeAny() {
        assertThrows(IllegalArgumentException.class, () -> hundred.percentile(0));
        assertThrows(IllegalArgumentException.class, () -> hundred.percentile(101));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, new Times(List.of(4.0, 1.0, 3.0, 2.0)).median());
        assertEquals(3, new Times(List.of(9.0, 1.0, 3.0)).median());
    }

    @Test
    void aRatioIsTakenAtTheSamePercentile() {
        var doubled = new Times(
                IntStream.rangeClosed(1, 100).mapToObj(number -> 2.0 * number).toList());
        assertEquals(2, doubled.ratio(95, hundred));
        assertEquals(0.5, hundred.ratio(50, doubled));
    }

    @Test
    void thereIsNoRatioToNothingAndNoFigureOfNothing() {
        assertThrows(BenchFailure.class, () -> Times.ratio(1, 0));
        assertThrows(BenchFailure.class, () -> Times.ratio(1, Double.NaN));
        assertThrows(BenchFailure.class, () -> new Times(List.of()));
    }

    @Test
    void aSpreadOfRatesRunsFromTheSlowestToTheFastest() {
        var times = new Times(List.of(1000.0, 500.0, 2000.0));
        assertEquals("64.0 (32.0 to 128.0)", times.spread(millis -> 64 / (millis / 1000)));
    }

    @Test
    void percentilesAreToldInMilliseconds() {
        assertEquals("p50 50.0, p95 95.0 ms", hundred.percentiles(50, 95));
    }
}
