package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import fr.trame.app.search.SearchIndex;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Beginnings of words, as somebody types them: each must begin a word of the title, in any order.
 *
 * @param typed cut to what a reference could be
 * @param words at most eight, of at most twenty letters, as the index keeps beginnings
 */
record Beginnings(String typed, List<String> words) {

    private static final int MOST_CHARS = 100;
    private static final int MOST_WORDS = 8;
    private static final int LONGEST = 20;
    private static final float REFERENCE = 5f;
    private static final String KINDS = "kinds";
    private static final String BEST = "best";

    private static final Pattern ELIDED = Pattern.compile("(?iU)\\b(?:[cdjlmnst]|qu)['’]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    static Beginnings of(String typed) {
        var clean = MarkedText.clean(typed.length() > MOST_CHARS ? typed.substring(0, MOST_CHARS) : typed)
                .strip();
        var words = BETWEEN.splitAsStream(ELIDED.matcher(clean).replaceAll(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .limit(MOST_WORDS)
                .toList();
        return new Beginnings(clean, words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** @return a request for the best of each kind; of a document the entry that is its name */
    SearchRequest request(String index, Set<UUID> workspaces, int each) {
        var begins = Query.of(query -> query.match(match ->
                match.field("title.begin").query(String.join(" ", words)).operator(Operator.And)));
        var reference = Query.of(query -> query.prefix(prefix ->
                prefix.field("reference").value(typed.toLowerCase(Locale.ROOT)).boost(REFERENCE)));
        return SearchRequest.of(request -> request.index(index)
                .query(query -> query.bool(all -> all.must(one ->
                                one.bool(any -> any.should(begins, reference).minimumShouldMatch("1")))
                        .filter(Matching.readable(workspaces), Matching.term("page", "0"))))
                .size(0)
                .trackTotalHits(track -> track.enabled(false))
                .timeout("1s")
                .aggregations(
                        KINDS, kinds -> kinds.terms(terms -> terms.field("kind").size(SearchIndex.Kind.values().length))
                                .aggregations(
                                        BEST,
                                        best -> best.topHits(top -> top.size(each)
                                                .sort(SearchRequests.order(SearchIndex.Order.RELEVANCE))
                                                .source(source -> source.filter(filter -> filter.excludes("body")))))));
    }

    /** @return the hits, kinds in the order they are declared in */
    List<SearchIndex.Hit> hits(SearchResponse<?> response) {
        var hits = new ArrayList<SearchIndex.Hit>();
        var kinds = Objects.requireNonNull(response.aggregations().get(KINDS)).sterms();
        for (var kind : SearchIndex.Kind.values()) {
            kinds.buckets().array().stream()
                    .filter(bucket -> bucket.key().stringValue().equals(kind.name()))
                    .flatMap(bucket ->
                            Objects.requireNonNull(bucket.aggregations().get(BEST)).topHits().hits().hits().stream())
                    .map(hit -> Objects.requireNonNull(hit.source()).to(IndexedEntry.class))
                    .forEach(entry -> hits.add(SearchResults.hit(entry, marked(entry.title()), List.of())));
        }
        return hits;
    }

    /** @return the title cut where a word begins as typed, as marks are cut */
    List<String> marked(@org.jspecify.annotations.Nullable String title) {
        var text = Objects.requireNonNullElse(title, "");
        var folded = words.stream().map(Beginnings::folded).toList();
        var pieces = new ArrayList<String>();
        int from = 0;
        var each = WORD.matcher(text);
        while (each.find()) {
            int length = folded.stream()
                    .filter(word -> folded(each.group()).startsWith(word))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (length > 0) {
                pieces.add(text.substring(from, each.start()));
                from = Math.min(each.start() + length, each.end());
                pieces.add(text.substring(each.start(), from));
            }
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return List.copyOf(pieces);
    }

    /** One sign for one sign, so that places stay true. */
    private static String folded(String word) {
        var folded = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            var bare = ACCENT.matcher(Normalizer.normalize(word.substring(at, at + 1), Normalizer.Form.NFD))
                    .replaceAll("");
            folded.append(bare.isEmpty() ? word.charAt(at) : Character.toLowerCase(bare.charAt(0)));
        }
        return folded.toString();
    }
}
