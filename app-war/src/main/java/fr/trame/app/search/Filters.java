package fr.trame.app.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values chosen of each facet, as they stand in an address; facets and values need no escape there. */
public final class Filters {

    private Filters() {}

    public static String text(Map<String, Set<String>> filters) {
        return filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> new TreeSet<>(each.getValue()).stream().map(value -> each.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }

    static Map<String, Set<String>> parse(String text) {
        var filters = new LinkedHashMap<String, Set<String>>();
        Arrays.stream(text.split("&")).filter(each -> each.indexOf('=') > 0).forEach(each -> {
            var cut = each.indexOf('=');
            filters.computeIfAbsent(each.substring(0, cut), facet -> new TreeSet<>())
                    .add(each.substring(cut + 1));
        });
        return filters;
    }
}
