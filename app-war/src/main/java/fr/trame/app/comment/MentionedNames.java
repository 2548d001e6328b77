package fr.trame.app.comment;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of some names stand in a text after an at sign. The longest counts where one begins like another. */
final class MentionedNames {

    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private MentionedNames() {}

    static Set<String> in(String text, Collection<String> names) {
        var found = new LinkedHashSet<String>();
        var rest = text;
        var longestFirst = names.stream()
                .filter(name -> !name.isBlank())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (var name : longestFirst) {
            var named = Pattern.compile("(?<![\\p{L}\\p{N}@])@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])", CASELESS)
                    .matcher(rest);
            if (named.find()) {
                found.add(name);
                rest = named.replaceAll("\n");
            }
        }
        return found;
    }
}
