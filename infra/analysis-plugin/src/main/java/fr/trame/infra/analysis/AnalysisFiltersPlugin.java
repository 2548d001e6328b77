package fr.trame.infra.analysis;

import static org.elasticsearch.plugins.AnalysisPlugin.requiresAnalysisSettings;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Registers each missing filter as the full distribution does, so that index settings are the same here and in
 * production. Two filters ({@code pattern_capture}, {@code unique}) and a tokenizer ({@code uax_url_email}) are what
 * the server's own security index asks for: without them it cannot be created, and no API key can be stored.
 */
public final class AnalysisFiltersPlugin extends Plugin implements AnalysisPlugin {

    private static final int LONGEST_TOKEN = 255;
    private static final int KEYWORD_BUFFER = 256;

    /** The server creates the plugin by this constructor. */
    public AnalysisFiltersPlugin() {}

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
                Map.entry("elision", requiresAnalysisSettings(WordFilters::elision)),
                Map.entry("asciifolding", (index, environment, name, settings) -> new AsciiFolding(name, settings)),
                Map.entry("stemmer", (index, environment, name, settings) -> Stemmers.stemmer(name, settings)),
                Map.entry(
                        "synonym_graph",
                        requiresAnalysisSettings((index, environment, name, settings) -> new Synonyms(name, settings))),
                Map.entry("edge_ngram", (index, environment, name, settings) -> Grams.edge(name, settings)),
                Map.entry("ngram", Grams::all),
                Map.entry("word_delimiter_graph", WordFilters::delimiter),
                Map.entry("pattern_capture", requiresAnalysisSettings(WordFilters::patternCapture)),
                Map.entry("pattern_replace", requiresAnalysisSettings(WordFilters::patternReplace)),
                Map.entry("unique", (index, environment, name, settings) -> UniqueWords.factory(name, settings)));
    }

    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(PreConfiguredTokenFilter.singleton(
                "elision", true, input -> new ElisionFilter(input, FrenchAnalyzer.DEFAULT_ARTICLES)));
    }

    /** Of the languages beside French, as Elasticsearch makes them. */
    @Override
    public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
        return List.of(
                new PreBuiltAnalyzerProviderFactory("english", CachingStrategy.LUCENE, EnglishAnalyzer::new),
                new PreBuiltAnalyzerProviderFactory("arabic", CachingStrategy.LUCENE, ArabicAnalyzer::new));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "keyword",
                        (index, environment, name, settings) -> TokenizerFactory.newFactory(
                                name, () -> new KeywordTokenizer(settings.getAsInt("buffer_size", KEYWORD_BUFFER))),
                "whitespace",
                        (index, environment, name, settings) ->
                                TokenizerFactory.newFactory(name, () -> new WhitespaceTokenizer(longest(settings))),
                "uax_url_email",
                        (index, environment, name, settings) ->
                                TokenizerFactory.newFactory(name, () -> mail(settings)));
    }

    private static UAX29URLEmailTokenizer mail(Settings settings) {
        var tokenizer = new UAX29URLEmailTokenizer();
        tokenizer.setMaxTokenLength(longest(settings));
        return tokenizer;
    }

    private static int longest(Settings settings) {
        return settings.getAsInt("max_token_length", LONGEST_TOKEN);
    }
}
