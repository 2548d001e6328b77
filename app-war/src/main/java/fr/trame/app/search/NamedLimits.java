package fr.trame.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked by the name of a workspace or of a person: {@code espace:roannais}, {@code auteur:"chef de projet"}, in
 * French and in English. The index knows identifiers only, so names are looked up here, among those the person may see.
 *
 * @param rest the words without them
 * @param typed the limits as they were typed, to be put back where words are offered
 * @param workspaces identifiers, of which one; null for any
 * @param authors subjects, of which one; null for anybody
 */
record NamedLimits(String rest, String typed, @Nullable Set<String> workspaces, @Nullable Set<String> authors) {

    /** A phrase in quotes is passed over: what stands in it is looked for as it is. */
    private static final Pattern LIMIT =
            Pattern.compile("\"[^\"]*\"|(?<!\\S)(?i:(espace|workspace)|auteur|author):(?:\"([^\"]*)\"|([^\\s\"]+))");

    /**
     * @param workspaces identifier to names, of those the person may read
     * @param people gives subject to name; asked when an author is
     * @return the limits; a name nobody has stays among the words
     */
    static NamedLimits of(
            String words, Map<String, List<String>> workspaces, Function<String, Map<String, List<String>>> people) {
        var rest = new StringBuilder();
        var typed = new ArrayList<String>();
        Set<String> places = null;
        Set<String> authors = null;
        int from = 0;
        var limits = LIMIT.matcher(words);
        while (limits.find()) {
            if (limits.group().startsWith("\"")) {
                continue;
            }
            var name = Folded.of(limits.group(2) == null ? limits.group(3) : limits.group(2));
            var isPlace = limits.group(1) != null;
            var named = named(name, isPlace ? workspaces : people.apply(name));
            if (named.isEmpty()) {
                continue;
            }
            if (isPlace) {
                places = together(places, named);
            } else {
                authors = together(authors, named);
            }
            typed.add(limits.group());
            rest.append(words, from, limits.start()).append(' ');
            from = limits.end();
        }
        rest.append(words.substring(from));
        return new NamedLimits(rest.toString().strip(), String.join(" ", typed), places, authors);
    }

    private static Set<String> together(@Nullable Set<String> some, Set<String> more) {
        var all = new TreeSet<>(more);
        if (some != null) {
            all.addAll(some);
        }
        return all;
    }

    private static Set<String> named(String name, Map<String, List<String>> all) {
        var named = new TreeSet<String>();
        all.forEach((id, names) -> {
            if (!name.isEmpty() && names.stream().anyMatch(each -> Folded.begins(each, name))) {
                named.add(id);
            }
        });
        return named;
    }
}
