package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import fr.trame.app.search.SearchIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is asked of the index. Fields, flags and sort are ours; only values come from a person. */
final class SearchRequests {

    static final List<String> FACETS = List.of("kind", "workspace", "status", "type", "year");
    static final String TOTAL = "total";
    static final String ENTITIES = "entities";
    static final String VALUES = "values";
    static final List<String> EXACT = List.of("body.exact", "title.exact");

    private static final int DEEPEST = 10_000;
    private static final int LARGEST_PAGE = 50;

    private SearchRequests() {}

    static SearchRequest search(String index, SearchIndex.Query asked, SearchWords words) {
        int size = Math.min(Math.max(asked.size(), 0), LARGEST_PAGE);
        long from = (long) Math.max(asked.page(), 0) * size;
        boolean reachable = from + size <= DEEPEST;
        return SearchRequest.of(request -> request.index(index)
                .query(matching(words, asked.workspaces()))
                .postFilter(chosen(asked.filters(), ""))
                .collapse(collapse -> collapse.field("entity"))
                .aggregations(counts(asked.filters()))
                .sort(order())
                .from(reachable ? (int) from : 0)
                .size(reachable ? size : 0)
                .trackTotalHits(track -> track.enabled(false))
                .timeout("2s")
                .source(source -> source.filter(filter -> filter.excludes("body")))
                .highlight(marks()));
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
                        .noMatchSize(180)));
    }

    private static List<SortOptions> order() {
        return List.of(
                SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
                SortOptions.of(
                        sort -> sort.field(field -> field.field("modified").order(SortOrder.Desc))),
                // Hits that are equal must not change places between two pages.
                SortOptions.of(sort -> sort.field(field -> field.field("entity").order(SortOrder.Asc))));
    }

    /** @return what the words match in the workspaces this person may read, and nothing outside them */
    static Query matching(SearchWords words, Set<UUID> workspaces) {
        var required = new ArrayList<Query>();
        if (!words.main().isEmpty()) {
            required.add(main(words));
        }
        for (String prefix : words.prefixes()) {
            required.add(words(prefix, List.of("title.exact^3", "body.exact", "reference^4")));
        }
        var readable =
                workspaces.stream().map(UUID::toString).map(FieldValue::of).toList();
        return Query.of(query -> query.bool(all -> all.must(required)
                .filter(filter ->
                        filter.terms(terms -> terms.field("workspace").terms(values -> values.value(readable))))));
    }

    /**
     * The stems decide. The exact words add to the score, and find what the stems drop (a short word that is also an
     * acronym). Together in one list of fields they would not do: each little word would be asked of the fields that
     * keep it, and «aménagement de territoire» would miss «aménagement du territoire». What is excluded, only the stems
     * know.
     */
    private static Query main(SearchWords words) {
        var ways = new ArrayList<Query>();
        ways.add(words(words.main(), List.of("title^3", "body")));
        if (!words.excludes()) {
            ways.add(words(words.main(), List.of("title.exact", "body.exact^0.5")));
        }
        if (words.isOneWord()) {
            ways.add(Query.of(query -> query.term(
                    term -> term.field("reference").value(words.main()).boost(4f))));
        }
        return Query.of(query -> query.bool(any -> any.should(ways).minimumShouldMatch("1")));
    }

    private static Query words(String words, List<String> fields) {
        boolean stems = fields.contains("body");
        return Query.of(query -> query.simpleQueryString(text -> {
            text.query(words)
                    .fields(fields)
                    .defaultOperator(Operator.And)
                    .lenient(true)
                    .flags(
                            SimpleQueryStringFlag.And,
                            SimpleQueryStringFlag.Or,
                            SimpleQueryStringFlag.Not,
                            SimpleQueryStringFlag.Phrase,
                            SimpleQueryStringFlag.Prefix,
                            SimpleQueryStringFlag.Whitespace);
            return stems ? text.quoteFieldSuffix(".exact") : text;
        }));
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

    static SearchRequest suggestions(String index, String words) {
        return SearchRequest.of(
                request -> request.index(index).size(0).timeout("2s").suggest(suggest -> {
                    suggest.text(words);
                    EXACT.forEach(field -> suggest.suggesters(
                            field,
                            one -> one.term(term -> term.field(field)
                                    .suggestMode(SuggestMode.Missing)
                                    .size(3))));
                    return suggest;
                }));
    }

    /** @return a request that only tells whether the words match anything this person may read */
    static SearchRequest probe(String index, SearchWords words, Set<UUID> workspaces) {
        return SearchRequest.of(request -> request.index(index)
                .query(matching(words, workspaces))
                .size(0)
                .terminateAfter(1L)
                .timeout("2s"));
    }
}
