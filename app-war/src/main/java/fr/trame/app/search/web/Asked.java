package fr.trame.app.search.web;

import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.search.Question;
import fr.trame.app.search.SearchIndex;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks, and its address: the whole of it stands in the query string, so that a search can be kept, sent
 * and gone back to. Values a facet cannot have are left out.
 *
 * @param filters facet to the values chosen
 * @param page 1 and up
 * @param like a thing to find others like, or null
 * @param saved the saved search this is, when the person came by it
 */
record Asked(
        String words,
        Map<String, Set<String>> filters,
        int page,
        SearchIndex.Order order,
        @Nullable UUID like,
        Optional<UUID> saved) {

    static final List<String> FACETS = List.of("kind", "workspace", "status", "type", "year");

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int MOST_VALUES = 20;
    private static final Map<String, String> SHAPES = Map.of(
            "kind",
            names(SearchIndex.Kind.values()),
            "workspace",
            ID,
            "status",
            names(WorkflowState.values()),
            "type",
            "[a-z0-9]{1,10}",
            "year",
            "[0-9]{4}");

    static Asked from(Map<String, String[]> parameters) {
        var filters = new LinkedHashMap<String, Set<String>>();
        for (var facet : FACETS) {
            var values = Arrays.stream(parameters.getOrDefault(facet, new String[0]))
                    .filter(each -> each.matches(SHAPES.getOrDefault(facet, "")))
                    .limit(MOST_VALUES)
                    .collect(Collectors.toCollection(LinkedHashSet<String>::new));
            if (!values.isEmpty()) {
                filters.put(facet, values);
            }
        }
        var page = first(parameters, "page");
        return new Asked(
                first(parameters, "q").strip(),
                filters,
                page.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(page) : 1,
                order(first(parameters, "sort")),
                id(first(parameters, "like")),
                Optional.ofNullable(id(first(parameters, "saved"))));
    }

    static Asked words(String words) {
        return new Asked(words, Map.of(), 1, SearchIndex.Order.RELEVANCE, null, Optional.empty());
    }

    static Asked like(UUID entity) {
        return new Asked("", Map.of(), 1, SearchIndex.Order.RELEVANCE, entity, Optional.empty());
    }

    private static SearchIndex.Order order(String name) {
        return Stream.of(SearchIndex.Order.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(SearchIndex.Order.RELEVANCE);
    }

    private static @Nullable UUID id(String id) {
        return id.matches(ID) ? UUID.fromString(id) : null;
    }

    Question question() {
        return new Question(words, filters, order, like);
    }

    /** @return whether something is asked for: a word, and not operators alone, or things like another */
    boolean asksSomething() {
        return hasWords() || like != null;
    }

    /** @return whether there is a word in it, and not operators alone */
    boolean hasWords() {
        return words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    boolean has(String facet, String value) {
        return filters.getOrDefault(facet, Set.of()).contains(value);
    }

    /** @return the same with the value chosen if it was not, not chosen if it was */
    Asked toggled(String facet, String value) {
        var values = new TreeSet<>(filters.getOrDefault(facet, Set.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(facet, values);
    }

    /** @return the same with these values of the facet, none for any */
    Asked with(String facet, Set<String> values) {
        var changed = new LinkedHashMap<>(filters);
        changed.put(facet, values);
        return new Asked(words, changed, 1, order, like, Optional.empty());
    }

    Asked other(String others) {
        return new Asked(others, filters, 1, order, like, Optional.empty());
    }

    Asked unfiltered() {
        return new Asked(words, Map.of(), 1, order, like, Optional.empty());
    }

    Asked page(int other) {
        return new Asked(words, filters, other, order, like, Optional.empty());
    }

    Asked sorted(SearchIndex.Order other) {
        return new Asked(words, filters, 1, other, like, Optional.empty());
    }

    /** @return the address inside the tenant */
    String address() {
        return "/search?" + query() + (page > 1 ? "&page=" + page : "");
    }

    /** @return the address of all that is found, as a table */
    String export() {
        return "/search/export?" + query();
    }

    /** @return what is asked, whatever the page */
    String query() {
        var parameters = FACETS.stream()
                .flatMap(facet -> filters.getOrDefault(facet, Set.of()).stream().map(each -> facet + "=" + each));
        var query = Stream.concat(Stream.of("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)), parameters)
                .collect(Collectors.joining("&"));
        var sort = order == SearchIndex.Order.RELEVANCE
                ? ""
                : "&sort=" + order.name().toLowerCase(Locale.ROOT);
        return query + sort + (like == null ? "" : "&like=" + like);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.getOrDefault(name, new String[0]);
        return values.length == 0 ? "" : values[0];
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining("|"));
    }
}
