package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Like;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.SearchIndex.Kind;
import java.util.List;
import java.util.stream.IntStream;

/** What is like a thing: what shares the words that are rare elsewhere and stand in it. */
final class Likeness {

    /** The name and the first pages of a document say what it is about. */
    private static final int PAGES = 5;

    private static final int WORDS = 25;
    private static final int LETTERS = 3;
    private static final String ENOUGH = "20%";

    private Likeness() {}

    static Query of(SearchIndex.Like like, String index) {
        var entries = IntStream.range(0, like.kind() == Kind.DOCUMENT ? PAGES : 1)
                .mapToObj(page -> IndexedEntry.id(like.kind(), like.entity(), page))
                .map(id ->
                        Like.of(one -> one.document(entry -> entry.index(index).id(id))))
                .toList();
        return Query.of(query -> query.moreLikeThis(more -> more.fields(List.of("title", "body"))
                .like(entries)
                .minTermFreq(1)
                .minDocFreq(2)
                .minWordLength(LETTERS)
                .maxQueryTerms(WORDS)
                .minimumShouldMatch(ENOUGH)));
    }
}
