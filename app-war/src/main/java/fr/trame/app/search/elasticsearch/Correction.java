package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the best suggestion in the place of each word the index does not know. */
final class Correction {

    private Correction() {}

    static @Nullable String of(String words, SearchResponse<?> response) {
        var better = new TreeMap<Integer, Replacement>(Comparator.reverseOrder());
        for (String field : SearchRequests.EXACT) {
            for (var suggestion : response.suggest().getOrDefault(field, List.of())) {
                var term = suggestion.term();
                term.options().stream()
                        .max(Comparator.comparingDouble(TermSuggestOption::score))
                        .ifPresent(option -> better.merge(
                                term.offset(),
                                new Replacement(term.length(), option.text(), option.score()),
                                Replacement::better));
            }
        }
        return better.isEmpty() ? null : replaced(words, better);
    }

    /** From the last to the first, so that places stay true. */
    private static String replaced(String words, SortedMap<Integer, Replacement> better) {
        var corrected = new StringBuilder(words);
        better.forEach((offset, by) -> corrected.replace(offset, offset + by.length(), by.text()));
        return corrected.toString();
    }

    private record Replacement(int length, String text, double score) {
        static Replacement better(Replacement one, Replacement other) {
            return other.score() > one.score() ? other : one;
        }
    }
}
