package fr.trame.app.search.web;

import fr.trame.app.Words;
import fr.trame.app.search.SearchIndex;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The ways to narrow or widen a search, each one a link. */
final class Refinements {

    private final Asked asked;
    private final Map<String, Map<String, Long>> counts;
    private final Map<UUID, String> workspaces;
    private final Locale locale;
    private final Function<Asked, String> address;

    Refinements(
            Asked asked,
            Map<String, Map<String, Long>> counts,
            Map<UUID, String> workspaces,
            Locale locale,
            Function<Asked, String> address) {
        this.asked = asked;
        this.counts = counts;
        this.workspaces = workspaces;
        this.locale = locale;
        this.address = address;
    }

    /** @return the facets with their values; kinds are apart, they are a row of tabs */
    List<Facet> facets() {
        return Asked.FACETS.stream()
                .filter(facet -> !facet.equals("kind"))
                .map(facet -> new Facet(facet, values(facet)))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
    }

    /** @return everything, then each kind of thing */
    List<Choice> kinds() {
        var found = counts.getOrDefault("kind", Map.of());
        var chosen = asked.filters().getOrDefault("kind", Set.of());
        var sum = found.values().stream().mapToLong(Long::longValue).sum();
        var any = new Choice(
                Words.of("search.results.all", locale),
                sum,
                chosen.isEmpty(),
                address.apply(asked.with("kind", Set.of())));
        var kinds = Stream.of(SearchIndex.Kind.values())
                .map(Enum::name)
                .map(kind -> new Choice(
                        Words.of("search.results.kind." + kind, locale),
                        found.getOrDefault(kind, 0L),
                        chosen.contains(kind),
                        address.apply(asked.with("kind", Set.of(kind)))));
        return Stream.concat(Stream.of(any), kinds).toList();
    }

    /** @return the orders hits can come in */
    List<Choice> orders() {
        return Stream.of(SearchIndex.Order.values())
                .map(order -> new Choice(
                        Words.of("search.results.sort." + order, locale),
                        0,
                        asked.order() == order,
                        address.apply(asked.sorted(order))))
                .toList();
    }

    /** @return the values chosen, each leading to the search without it */
    List<Choice> active() {
        return asked.filters().entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> choice(each.getKey(), value, 0)))
                .toList();
    }

    private List<Choice> values(String facet) {
        return counts.getOrDefault(facet, Map.of()).entrySet().stream()
                .map(each -> choice(facet, each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(Choice::count).reversed().thenComparing(Choice::label))
                .toList();
    }

    private Choice choice(String facet, String value, long count) {
        return new Choice(
                label(facet, value), count, asked.has(facet, value), address.apply(asked.toggled(facet, value)));
    }

    private String label(String facet, String value) {
        return switch (facet) {
            case "kind" -> Words.of("search.results.kind." + value, locale);
            case "status" -> Words.of("WorkflowState." + value, locale);
            case "workspace" -> workspaces.getOrDefault(UUID.fromString(value), value);
            case "type" -> value.toUpperCase(Locale.ROOT);
            default -> value;
        };
    }
}
