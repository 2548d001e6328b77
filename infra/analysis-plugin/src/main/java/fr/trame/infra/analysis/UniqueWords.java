package fr.trame.infra.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** Lets each word through once. Lucene itself only has the variant that looks at one position. */
final class UniqueWords extends TokenFilter {

    private static final int USUAL_SIZE = 8;

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final CharArraySet seen = new CharArraySet(USUAL_SIZE, false);

    UniqueWords(TokenStream input) {
        super(input);
    }

    static TokenFilterFactory factory(String name, Settings settings) {
        return settings.getAsBoolean("only_on_same_position", false)
                ? Filters.of(name, settings, RemoveDuplicatesTokenFilter::new)
                : Filters.of(name, settings, UniqueWords::new);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (seen.add(word.toString())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        seen.clear();
    }
}
