package fr.trame.infra.analysis;

import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Pieces of words, for search while typing. */
final class Grams {

    private static final int DEFAULT_MIN = 1;
    private static final int DEFAULT_MAX = 2;

    private Grams() {}

    static TokenFilterFactory edge(String name, Settings settings) {
        int min = settings.getAsInt("min_gram", DEFAULT_MIN);
        int max = settings.getAsInt("max_gram", DEFAULT_MAX);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return switch (settings.get("side", "front")) {
            case "front" -> Filters.of(name, settings, input -> new EdgeNGramTokenFilter(input, min, max, keep));
            case "back" ->
                Filters.of(
                        name,
                        settings,
                        input -> new ReverseStringFilter(
                                new EdgeNGramTokenFilter(new ReverseStringFilter(input), min, max, keep)));
            default -> throw new IllegalArgumentException("invalid side: " + settings.get("side"));
        };
    }

    static TokenFilterFactory all(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min_gram", DEFAULT_MIN);
        int max = settings.getAsInt("max_gram", DEFAULT_MAX);
        if (max - min > index.getMaxNgramDiff()) {
            throw new IllegalArgumentException("The difference between max_gram and min_gram must be at most "
                    + index.getMaxNgramDiff() + " (index.max_ngram_diff)");
        }
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return Filters.of(name, settings, input -> new NGramTokenFilter(input, min, max, keep));
    }
}
