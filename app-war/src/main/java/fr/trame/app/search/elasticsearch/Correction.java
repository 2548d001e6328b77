package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each word that the index does not know the likest one it knows. The index suggests from all the
 * words of the tenant, so each suggestion is to be asked for among what this person may read before it is used.
 */
final class Correction {

    /** A word that is not there, and what is like it, the likest first. */
    private record Missing(String token, int length, List<TermSuggestOption> like) {}

    /** By place, from the last to the first, so that places stay true while words are replaced. */
    private final Map<Integer, Missing> missing = new TreeMap<>(Comparator.reverseOrder());

    private Correction() {}

    static Correction of(SearchResponse<?> response) {
        var correction = new Correction();
        for (String field : SearchRequests.EXACT) {
            for (var suggestion : response.suggest().getOrDefault(field, List.of())) {
                var term = suggestion.term();
                if (!term.options().isEmpty()) {
                    correction.missing.merge(
                            term.offset(),
                            new Missing(term.text(), term.length(), term.options()),
                            Correction::together);
                }
            }
        }
        return correction;
    }

    private static Missing together(Missing one, Missing other) {
        var like = new ArrayList<>(one.like());
        like.addAll(other.like());
        like.sort(Comparator.comparingDouble(TermSuggestOption::score).reversed());
        return new Missing(one.token(), one.length(), like);
    }

    /** @return every word that decides: what is like a missing word, and that word, which another field may know */
    Set<String> words() {
        var words = new LinkedHashSet<String>();
        for (var word : missing.values()) {
            words.add(word.token());
            word.like().forEach(option -> words.add(option.text()));
        }
        return words;
    }

    /**
     * @param plain the words that were asked
     * @param known how many entries this person may read have each word
     * @return the words with those replaced that nothing has, or null when there is nothing better
     */
    @Nullable
    String better(String plain, Map<String, Long> known) {
        var corrected = new StringBuilder(plain);
        missing.forEach((offset, word) -> {
            if (count(known, word.token()) == 0) {
                word.like().stream()
                        .map(TermSuggestOption::text)
                        .filter(option -> count(known, option) > 0)
                        .findFirst()
                        .ifPresent(option -> corrected.replace(offset, offset + word.length(), option));
            }
        });
        return corrected.compareTo(new StringBuilder(plain)) == 0 ? null : corrected.toString();
    }

    private static long count(Map<String, Long> known, String word) {
        return Objects.requireNonNullElse(known.get(word), 0L);
    }
}
