package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.SearchIndex.Kind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the index answered, in the words of the port. */
final class SearchResults {

    private SearchResults() {}

    static SearchIndex.Result result(ElasticsearchIndex.Found found, @Nullable String correction) {
        var response = found.response();
        var facets = new LinkedHashMap<String, Map<String, Long>>();
        for (String facet : SearchRequests.FACETS) {
            facets.put(facet, counts(facet, response.aggregations()));
        }
        var hits = response.hits().hits().stream().map(SearchResults::hit).toList();
        return new SearchIndex.Result(
                total(response), hits, facets, correction, found.words().any());
    }

    private static long total(SearchResponse<?> response) {
        return entities(
                get(response.aggregations(), SearchRequests.TOTAL).filter().aggregations());
    }

    /** @return how many entities match, whatever is chosen among them */
    static long matched(SearchResponse<?> response) {
        return get(response.aggregations(), SearchRequests.MATCHED)
                .cardinality()
                .value();
    }

    /** How many entries have each of the words, asked for in this order. */
    static Map<String, Long> known(List<String> words, SearchResponse<?> response) {
        var known = new LinkedHashMap<String, Long>();
        for (int at = 0; at < words.size(); at++) {
            known.put(
                    words.get(at),
                    get(response.aggregations(), String.valueOf(at)).filter().docCount());
        }
        return known;
    }

    static List<UUID> entities(ElasticsearchIndex.Found found) {
        return found.response().hits().hits().stream()
                .map(hit -> UUID.fromString(Objects.requireNonNull(hit.source()).entity()))
                .toList();
    }

    private static long entities(Map<String, Aggregate> aggregations) {
        return get(aggregations, SearchRequests.ENTITIES).cardinality().value();
    }

    /** In the order of the index: most frequent first. */
    private static Map<String, Long> counts(String facet, Map<String, Aggregate> aggregations) {
        var values = get(get(aggregations, facet).filter().aggregations(), SearchRequests.VALUES);
        var counts = new LinkedHashMap<String, Long>();
        if (values.isSterms()) {
            for (var bucket : values.sterms().buckets().array()) {
                counts.put(bucket.key().stringValue(), entities(bucket.aggregations()));
            }
        } else if (values.isLterms()) {
            for (var bucket : values.lterms().buckets().array()) {
                counts.put(String.valueOf(bucket.key()), entities(bucket.aggregations()));
            }
        }
        return counts;
    }

    private static Aggregate get(Map<String, Aggregate> aggregations, String name) {
        return Objects.requireNonNull(aggregations.get(name), name);
    }

    private static SearchIndex.Hit hit(Hit<IndexedEntry> hit) {
        var entry = Objects.requireNonNull(hit.source());
        var title = hit.highlight().getOrDefault("title", List.of(Objects.requireNonNullElse(entry.title(), "")));
        var body = MarkedText.marked(Stream.of("body", "english", "arabic")
                .map(field -> hit.highlight().getOrDefault(field, List.of()))
                .toList());
        return hit(entry, MarkedText.pieces(String.join("", title)), MarkedText.pieces(String.join(" … ", body)));
    }

    static SearchIndex.Hit hit(IndexedEntry entry, List<String> title, List<String> snippet) {
        return new SearchIndex.Hit(
                Kind.valueOf(entry.kind()),
                UUID.fromString(entry.entity()),
                entry.page(),
                UUID.fromString(entry.workspace()),
                entry.dossier() == null ? null : UUID.fromString(entry.dossier()),
                entry.reference(),
                entry.status(),
                entry.type(),
                entry.year(),
                Instant.parse(Objects.requireNonNull(entry.modified())),
                title,
                snippet,
                null);
    }
}
