package fr.trame.app.webdav;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Names of folders for what has a title. What a machine could take for a path is replaced; of two that are the same then,
 * the younger carries the end of its identifier, so that the older keeps its address.
 */
final class Labels {

    private static final int END = 6;

    private Labels() {}

    static <T> Map<String, T> of(List<T> things, Function<T, String> title, Function<T, UUID> id) {
        var labels = new LinkedHashMap<String, T>();
        var taken = new HashSet<String>();
        things.stream()
                .sorted(Comparator.comparing(each -> id.apply(each).toString()))
                .forEach(each -> {
                    var label = clean(title.apply(each));
                    if (!taken.add(label.toLowerCase(Locale.ROOT))) {
                        var whole = id.apply(each).toString();
                        label = label + " (" + whole.substring(whole.length() - END) + ")";
                        taken.add(label.toLowerCase(Locale.ROOT));
                    }
                    labels.put(label, each);
                });
        return labels;
    }

    private static String clean(String title) {
        var clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}\\p{Cf}]", "-").strip();
        while (clean.endsWith(".") || clean.endsWith(" ")) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return clean.isEmpty() ? "-" : clean;
    }
}
