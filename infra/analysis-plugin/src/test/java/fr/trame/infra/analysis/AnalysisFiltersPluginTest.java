package fr.trame.infra.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.elasticsearch.cluster.metadata.IndexMetadata;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.indices.analysis.AnalysisModule;
import org.elasticsearch.plugins.scanners.StablePluginsRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the server's own registry for analyzers made of our filters: names and settings count, not only the classes. */
class AnalysisFiltersPluginTest {

    private static Environment environment;

    @BeforeAll
    static void configureTheServersLog(@TempDir Path home) {
        LogConfigurator.configureESLogging();
        environment = new Environment(Settings.builder().put("path.home", home).build(), home);
    }

    @Test
    void frenchSearchFindsWordsWithoutAccentElisionOrPlural() throws IOException {
        var settings = analyzer("elision", "lowercase", "asciifolding", "french_stop", "french_stem")
                .putList("index.analysis.filter.french_stop.stopwords", "des", "les", "a", "ete")
                .put("index.analysis.filter.french_stop.type", "stop")
                .put("index.analysis.filter.french_stem.type", "stemmer")
                .put("index.analysis.filter.french_stem.language", "light_french");
        assertEquals(
                List.of("ecosystem", "metal", "industriel"), words(settings, "l'écosystème des métaux industriels"));
    }

    @Test
    void ownArticlesAreCutOff() throws IOException {
        var settings = analyzer("own")
                .put("index.analysis.filter.own.type", "elision")
                .put("index.analysis.filter.own.articles_case", true)
                .putList("index.analysis.filter.own.articles", "l", "qu");
        assertEquals(List.of("eau", "il", "d'abord"), words(settings, "L'eau qu'il d'abord"));
    }

    @Test
    void elisionWithoutArticlesIsRefused() {
        var settings = analyzer("own").put("index.analysis.filter.own.type", "elision");
        assertThrows(IllegalArgumentException.class, () -> words(settings, "l'eau"));
    }

    @Test
    void anUnknownLanguageIsRefused() {
        var settings = analyzer("own")
                .put("index.analysis.filter.own.type", "stemmer")
                .put("index.analysis.filter.own.language", "klingon");
        assertThrows(IllegalArgumentException.class, () -> words(settings, "nuqneH"));
    }

    @Test
    void beginningsOfWordsAreFoundWhileTyping() throws IOException {
        var settings = analyzer("own")
                .put("index.analysis.filter.own.type", "edge_ngram")
                .put("index.analysis.filter.own.min_gram", 2)
                .put("index.analysis.filter.own.max_gram", 4);
        assertEquals(List.of("fo", "fon", "fond"), words(settings, "fonderie"));
    }

    @Test
    void gramsWiderThanTheIndexAllowsAreRefused() {
        var settings = analyzer("own")
                .put("index.analysis.filter.own.type", "ngram")
                .put("index.analysis.filter.own.max_gram", 9);
        assertThrows(IllegalArgumentException.class, () -> words(settings, "fonderie"));
    }

    @Test
    void referencesAreCutAtTheirHyphens() throws IOException {
        var settings = analyzer("word_delimiter_graph").put("index.analysis.analyzer.tried.tokenizer", "keyword");
        assertEquals(List.of("FA", "2026", "Lyon"), words(settings, "FA-2026-Lyon"));
    }

    @Test
    void anAcronymAndItsLongFormAreOneAndTheRulesAreWrittenAsPeopleWrite() throws IOException {
        var settings = analyzer("lowercase", "asciifolding", "own")
                .put("index.analysis.filter.own.type", "synonym_graph")
                .putList("index.analysis.filter.own.synonyms", "PME, petites et moyennes entreprises", "AMI => Appel");
        assertEquals(List.of("les", "petites", "pme", "et", "moyennes", "entreprises"), words(settings, "les PME"));
        assertEquals(List.of("un", "appel"), words(settings, "un ami"));
    }

    @Test
    void synonymsWithoutRulesAreRefused() {
        var settings = analyzer("own").put("index.analysis.filter.own.type", "synonym_graph");
        assertThrows(IllegalArgumentException.class, () -> words(settings, "PME"));
    }

    @Test
    void partsOfAWordAreReplaced() throws IOException {
        var settings = analyzer("own")
                .put("index.analysis.filter.own.type", "pattern_replace")
                .put("index.analysis.filter.own.pattern", "(?<=^\\p{L}|\\.\\p{L})\\.(?=\\p{L}(?:\\.|$))");
        assertEquals(List.of("EPCI", "plan.pdf", "www.fr"), words(settings, "E.P.C.I. plan.pdf www.fr"));
    }

    @Test
    void theSecurityIndexGetsItsFilters() throws IOException {
        var settings = analyzer("local", "lowercase", "unique")
                .put("index.analysis.analyzer.tried.tokenizer", "uax_url_email")
                .put("index.analysis.filter.local.type", "pattern_capture")
                .putList("index.analysis.filter.local.patterns", "([^@]+)");
        assertEquals(List.of("etat@trame.fr", "etat", "trame.fr"), words(settings, "etat@trame.fr ETAT"));
    }

    @Test
    void theLanguagesBesideFrenchHaveTheirOwnAnalyzers() throws IOException {
        assertEquals(
                List.of("compani", "negoti", "agreement"), named("english", "The companies negotiated agreements"));
        assertEquals(named("arabic", "شركات"), named("arabic", "الشركات"));
        assertEquals(named("arabic", "شركة"), named("arabic", "الشركات"));
    }

    private static List<String> named(String analyzer, String text) throws IOException {
        return words(analyzer("lowercase"), analyzer, text);
    }

    private static Settings.Builder analyzer(String... filters) {
        return Settings.builder()
                .put(IndexMetadata.SETTING_VERSION_CREATED, IndexVersion.current())
                .put(IndexMetadata.SETTING_NUMBER_OF_SHARDS, 1)
                .put(IndexMetadata.SETTING_NUMBER_OF_REPLICAS, 0)
                .put("index.analysis.analyzer.tried.type", "custom")
                .put("index.analysis.analyzer.tried.tokenizer", "standard")
                .putList("index.analysis.analyzer.tried.filter", filters);
    }

    private static List<String> words(Settings.Builder settings, String text) throws IOException {
        return words(settings, "tried", text);
    }

    private static List<String> words(Settings.Builder settings, String analyzer, String text) throws IOException {
        var index = new IndexSettings(
                IndexMetadata.builder("tried").settings(settings).build(), Settings.EMPTY);
        var registry = new AnalysisModule(
                        environment, List.of(new AnalysisFiltersPlugin()), new StablePluginsRegistry())
                .getAnalysisRegistry();
        try (var analyzers = registry.build(IndexCreationContext.CREATE_INDEX, index)) {
            return words(analyzers.get(analyzer), text);
        }
    }

    private static List<String> words(Analyzer analyzer, String text) throws IOException {
        var words = new ArrayList<String>();
        try (var stream = analyzer.tokenStream("field", text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(word.toString());
            }
            stream.end();
        }
        return words;
    }
}
