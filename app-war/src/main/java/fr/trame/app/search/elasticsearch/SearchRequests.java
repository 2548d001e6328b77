package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import fr.trame.app.search.SearchIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is asked of the index. Fields, flags and sort are ours; only values come from a person. */
final class SearchRequests {

    static final List<String> FACETS = List.of("kind", "workspace", "status", "type", "year");
    static final String TOTAL = "total";
    static final String MATCHED = "matched";
    static final String ENTITIES = "entities";
    static final String VALUES = "values";
    static final List<String> EXACT = List.of("body.exact", "title.exact");

    private static final int DEEPEST = 10_000;
    private static final int LARGEST_PAGE = 50;

    private SearchRequests() {}

    static SearchRequest search(String index, SearchIndex.Query asked, SearchWords words) {
        return base(index, asked, words)
                .postFilter(chosen(asked.filters(), ""))
                .aggregations(counts(asked.filters()))
                .source(source -> source.filter(filter -> filter.excludes("body", "arabic", "english")))
                .highlight(marks())
                .build();
    }

    /** @return a request for the same hits in the same order, with nothing to show of them */
    static SearchRequest ranking(String index, SearchIndex.Query asked, SearchWords words) {
        return base(index, asked, words)
                .source(source -> source.filter(filter -> filter.includes("entity")))
                .build();
    }

    private static SearchRequest.Builder base(String index, SearchIndex.Query asked, SearchWords words) {
        int size = Math.min(Math.max(asked.size(), 0), LARGEST_PAGE);
        long from = (long) Math.max(asked.page(), 0) * size;
        boolean reachable = from + size <= DEEPEST;
        return new SearchRequest.Builder()
                .index(index)
                .query(Matching.of(words, asked, index))
                .collapse(collapse -> collapse.field("entity"))
                .aggregations(MATCHED, entities(3_000))
                .sort(order(asked.order()))
                .from(reachable ? (int) from : 0)
                .size(reachable ? size : 0)
                .trackTotalHits(track -> track.enabled(false))
                .timeout("2s")
                .suggest(likeWords(words.plain()));
    }

    /** What was matched word for word is marked too; both fields keep their offsets in the same way. */
    private static Highlight marks() {
        return Highlight.of(highlight -> highlight
                .type(HighlighterType.Unified)
                .preTags(MarkedText.START)
                .postTags(MarkedText.END)
                .maxAnalyzedOffset(IndexedEntry.MOST_CHARS)
                .fields("title", field -> field.matchedFields(List.of("title", "title.exact"))
                        .numberOfFragments(0))
                .fields("body", field -> field.matchedFields(List.of("body", "body.exact"))
                        .numberOfFragments(2)
                        .fragmentSize(180)
                        .noMatchSize(180))
                .fields("english", SearchRequests::snippet)
                .fields("arabic", SearchRequests::snippet));
    }

    private static HighlightField.Builder snippet(HighlightField.Builder field) {
        return field.numberOfFragments(2).fragmentSize(180);
    }

    static List<SortOptions> order(SearchIndex.Order order) {
        var score = SortOptions.of(sort -> sort.score(best -> best.order(SortOrder.Desc)));
        var recent = by("modified", SortOrder.Desc);
        // Hits that are equal must not change places between two pages.
        var last = by("entity", SortOrder.Asc);
        return switch (order) {
            case RELEVANCE -> List.of(score, recent, last);
            case RECENT -> List.of(recent, score, last);
            case TITLE -> List.of(by("title.order", SortOrder.Asc), score, last);
        };
    }

    private static SortOptions by(String name, SortOrder order) {
        return SortOptions.of(sort -> sort.field(field -> field.field(name).order(order)));
    }

    /** Each facet is counted under the choices made in all others: choosing one value does not hide its neighbours. */
    private static Map<String, Aggregation> counts(Map<String, Set<String>> filters) {
        var counts = new HashMap<String, Aggregation>();
        for (String facet : FACETS) {
            counts.put(facet, Aggregation.of(under -> under.filter(chosen(filters, facet))
                    .aggregations(VALUES, values -> values.terms(
                                    terms -> terms.field(facet).size(100))
                            .aggregations(ENTITIES, entities(3_000)))));
        }
        counts.put(TOTAL, Aggregation.of(under -> under.filter(chosen(filters, ""))
                .aggregations(ENTITIES, entities(20_000))));
        return counts;
    }

    /** A document of which forty pages match counts once. */
    private static Aggregation entities(int exactUpTo) {
        return Aggregation.of(
                count -> count.cardinality(entity -> entity.field("entity").precisionThreshold(exactUpTo)));
    }

    private static Query chosen(Map<String, Set<String>> filters, String except) {
        var chosen = new ArrayList<Query>();
        filters.forEach((facet, values) -> {
            if (!FACETS.contains(facet)) {
                throw new IllegalArgumentException("no such facet: " + facet);
            }
            if (!facet.equals(except) && !values.isEmpty()) {
                chosen.add(Query.of(query ->
                        query.terms(terms -> terms.field(facet).terms(any -> any.value(fieldValues(facet, values))))));
            }
        });
        return Query.of(query -> query.bool(all -> all.filter(chosen)));
    }

    /** A year that is no number matches nothing; sent as it is, it would be an error. */
    private static List<FieldValue> fieldValues(String facet, Set<String> values) {
        return values.stream()
                .filter(value -> !facet.equals("year") || value.matches("\\d{1,4}"))
                .map(FieldValue::of)
                .toList();
    }

    static SearchRequest entries(String index, UUID entity) {
        return SearchRequest.of(request -> request.index(index)
                .query(query -> query.term(term -> term.field("entity").value(entity.toString())))
                .size(DEEPEST)
                .source(source -> source.fetch(false)));
    }

    /** Asks for words like those that stand nowhere in the index; a word that is known has nothing suggested for it. */
    private static Suggester likeWords(String words) {
        return Suggester.of(suggest -> {
            if (words.isEmpty()) {
                return suggest;
            }
            EXACT.forEach(field -> suggest.suggesters(field, one -> one.text(words)
                    .term(term ->
                            term.field(field).suggestMode(SuggestMode.Missing).size(3))));
            return suggest;
        });
    }

    /** @return a request that counts, word by word, the entries this person may read that have it */
    static SearchRequest known(String index, List<String> words, Set<UUID> workspaces) {
        return SearchRequest.of(request -> {
            request.index(index)
                    .query(Matching.readable(workspaces))
                    .size(0)
                    .trackTotalHits(track -> track.enabled(false))
                    .timeout("2s");
            IntStream.range(0, words.size())
                    .forEach(at ->
                            request.aggregations(String.valueOf(at), has -> has.filter(Matching.known(words.get(at)))));
            return request;
        });
    }
}
