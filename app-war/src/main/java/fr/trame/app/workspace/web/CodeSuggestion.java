package fr.trame.app.workspace.web;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Proposes the short code of a workspace: initials of a long name, the first letters of a short one. */
final class CodeSuggestion {

    private static final int SHORT = 3;
    private static final int LETTERS = 4;
    private static final int MOST = 6;
    private static final Set<String> SMALL =
            Set.of("DE", "DU", "DES", "LA", "LE", "LES", "ET", "EN", "AU", "AUX", "SUR", "THE", "OF", "AND", "D", "L");

    private CodeSuggestion() {}

    static String of(String name) {
        var words = Arrays.stream(upper(name).split("[^A-Z0-9]+"))
                .filter(word -> !word.isEmpty() && !SMALL.contains(word))
                .toList();
        if (words.size() >= SHORT) {
            return words.stream().limit(MOST).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        }
        var joined = String.join("", words);
        return joined.length() < 2 ? "" : joined.substring(0, Math.min(LETTERS, joined.length()));
    }

    /** @return capital letters without their accents, as codes are written */
    static String upper(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace("Œ", "OE")
                .replace("Æ", "AE");
    }
}
