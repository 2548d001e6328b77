package fr.trame.app.search;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of the search.
 *
 * @param words as typed; with the operators the page names; a broken expression is read as plain words
 * @param filters facet name to chosen values
 * @param like a fiche, dossier or document to find others like, or null
 */
public record Question(String words, Map<String, Set<String>> filters, SearchIndex.Order order, @Nullable UUID like) {

    /** The best first. */
    public Question(String words, Map<String, Set<String>> filters) {
        this(words, filters, SearchIndex.Order.RELEVANCE, null);
    }
}
