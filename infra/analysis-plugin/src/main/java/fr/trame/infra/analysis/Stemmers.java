package fr.trame.infra.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.tartarus.snowball.ext.FrenchStemmer;

/** The stemmers of the languages in which territories write; another language is refused by its name. */
final class Stemmers {

    private static final Map<String, UnaryOperator<TokenStream>> BY_LANGUAGE = Map.of(
            "french", input -> new SnowballFilter(input, new FrenchStemmer()),
            "light_french", FrenchLightStemFilter::new,
            "minimal_french", FrenchMinimalStemFilter::new,
            "porter", PorterStemFilter::new,
            "english", PorterStemFilter::new,
            "light_english", KStemFilter::new,
            "minimal_english", EnglishMinimalStemFilter::new,
            "arabic", ArabicStemFilter::new);

    private Stemmers() {}

    static TokenFilterFactory stemmer(String name, Settings settings) {
        var language = settings.get("language", settings.get("name", "porter")).toLowerCase(Locale.ROOT);
        var stemmer = BY_LANGUAGE.get(language);
        if (stemmer == null) {
            throw new IllegalArgumentException("Invalid stemmer class specified: " + language);
        }
        return Filters.of(name, settings, stemmer);
    }
}
