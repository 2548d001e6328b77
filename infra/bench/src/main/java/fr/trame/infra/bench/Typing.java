package fr.trame.infra.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;

/** Somebody types: after each letter from the second to the sixth the product is asked what it suggests. */
final class Typing {

    private static final int FIRST = 2;
    private static final int LAST = 6;
    private static final double AIM_MILLIS = 100;

    private final Place place;
    private final int words;

    Typing(Place place, int words) {
        this.place = place;
        this.words = words;
    }

    /** The words of the warm-up are other ones than those that are measured. */
    Row row(int pages) {
        type(new Words(16), words / 4 + 1);
        var times = type(new Words(17), words);
        return Row.alone(
                        String.format(Locale.ROOT, "Suggestions, a letter at a time: %,d pages", pages),
                        times.percentiles(50, 95, 99))
                .within(AIM_MILLIS, times.percentile(95));
    }

    private Times type(Words from, int howMany) {
        var millis = new ArrayList<Double>();
        for (int typed = 0; typed < howMany; typed++) {
            var word = from.word();
            for (int letters = FIRST; letters <= Math.min(LAST, word.length()); letters++) {
                var beginning = URLEncoder.encode(word.substring(0, letters), StandardCharsets.UTF_8);
                millis.add(Stopwatch.millis(() -> place.product().get("suggestions?q=" + beginning)));
            }
        }
        return new Times(millis);
    }
}
