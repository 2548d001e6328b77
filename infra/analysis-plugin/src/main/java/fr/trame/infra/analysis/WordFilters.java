package fr.trame.infra.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Filters that cut a word or take a part of it. */
final class WordFilters {

    /** Every switch of the delimiter that is on unless the index says otherwise. */
    private static final Map<String, Integer> ON = Map.of(
            "generate_word_parts", GENERATE_WORD_PARTS,
            "generate_number_parts", GENERATE_NUMBER_PARTS,
            "split_on_case_change", SPLIT_ON_CASE_CHANGE,
            "split_on_numerics", SPLIT_ON_NUMERICS,
            "stem_english_possessive", STEM_ENGLISH_POSSESSIVE);

    private static final Map<String, Integer> OFF = Map.of(
            "catenate_words", CATENATE_WORDS,
            "catenate_numbers", CATENATE_NUMBERS,
            "catenate_all", CATENATE_ALL,
            "preserve_original", PRESERVE_ORIGINAL,
            "ignore_keywords", IGNORE_KEYWORDS);

    private WordFilters() {}

    static TokenFilterFactory elision(IndexSettings index, Environment environment, String name, Settings settings) {
        var articles = Analysis.parseArticles(environment, settings);
        if (articles == null) {
            throw new IllegalArgumentException("elision filter requires [articles] or [articles_path] setting");
        }
        return Filters.of(name, settings, input -> new ElisionFilter(input, articles));
    }

    static TokenFilterFactory delimiter(IndexSettings index, Environment environment, String name, Settings settings) {
        int flags = flags(settings, ON, true) | flags(settings, OFF, false);
        boolean adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
        var kept = Analysis.getWordSet(environment, settings, "protected_words");
        return Filters.of(
                name,
                settings,
                input -> new WordDelimiterGraphFilter(
                        input, adjustOffsets, WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE, flags, kept));
    }

    private static int flags(Settings settings, Map<String, Integer> switches, boolean byDefault) {
        return switches.entrySet().stream()
                .filter(entry -> settings.getAsBoolean(entry.getKey(), byDefault))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    static TokenFilterFactory patternCapture(
            IndexSettings index, Environment environment, String name, Settings settings) {
        var patterns =
                settings.getAsList("patterns").stream().map(Pattern::compile).toArray(Pattern[]::new);
        if (patterns.length == 0) {
            throw new IllegalArgumentException(
                    "required setting 'patterns' is missing for token filter [" + name + "]");
        }
        boolean keep = settings.getAsBoolean("preserve_original", true);
        return Filters.of(name, settings, input -> new PatternCaptureGroupTokenFilter(input, keep, patterns));
    }

    static TokenFilterFactory patternReplace(
            IndexSettings index, Environment environment, String name, Settings settings) {
        var pattern = settings.get("pattern");
        if (pattern == null) {
            throw new IllegalArgumentException(
                    "pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        var compiled = Regex.compile(pattern, settings.get("flags"));
        var replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        return Filters.of(name, settings, input -> new PatternReplaceFilter(input, compiled, replacement, all));
    }
}
