package fr.trame.app.fiche.web;

import java.util.List;
import java.util.Map;

/**
 * A field that two versions of a fiche fill differently.
 *
 * @param field as the bundle names it under {@code fiche.field}
 * @param mine what the person wrote, in words
 * @param theirs what is saved, in words
 */
public record Difference(String field, String mine, String theirs) {

    /** @return the fields that differ, in the order of the first version */
    static List<Difference> between(Map<String, String> mine, Map<String, String> theirs) {
        return mine.entrySet().stream()
                .map(field -> new Difference(field.getKey(), field.getValue(), theirs.getOrDefault(field.getKey(), "")))
                .filter(each -> !each.mine().equals(each.theirs()))
                .toList();
    }
}
