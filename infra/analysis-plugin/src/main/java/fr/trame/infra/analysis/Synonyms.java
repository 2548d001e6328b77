package fr.trame.infra.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/**
 * Words for words, written in the settings of the index ({@code synonyms}, {@code expand}). The rules go through the
 * filters that stand before this one, as the words of a question do.
 */
final class Synonyms extends AbstractTokenFilterFactory {

    private final String name;
    private final Settings settings;

    Synonyms(String name, Settings settings) {
        super(name, settings);
        this.name = name;
        this.settings = settings;
    }

    @Override
    public TokenStream create(TokenStream input) {
        throw new IllegalStateException("synonyms need the filters before them: this one stands in no analyzer");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> all) {
        var synonyms = read(new CustomAnalyzer(
                tokenizer,
                charFilters.toArray(CharFilterFactory[]::new),
                before.stream().map(TokenFilterFactory::getSynonymFilter).toArray(TokenFilterFactory[]::new)));
        return Filters.of(
                name, settings, input -> synonyms.fst == null ? input : new SynonymGraphFilter(input, synonyms, false));
    }

    private SynonymMap read(CustomAnalyzer analyzer) {
        var rules = settings.getAsList("synonyms", null);
        if (rules == null) {
            throw new IllegalArgumentException("synonym_graph requires its `synonyms` in the settings of the index");
        }
        var parser = new SolrSynonymParser(true, settings.getAsBoolean("expand", true), analyzer);
        try {
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException wrong) {
            throw new IllegalArgumentException("failed to build synonyms", wrong);
        }
    }
}
