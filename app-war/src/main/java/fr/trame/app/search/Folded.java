package fr.trame.app.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people look for them: without accents, without capitals, by the beginnings of their words. */
final class Folded {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    /** @return the words of a text with a space between */
    static String of(String text) {
        var bare =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** @return whether each of the words begins a word of the name */
    static boolean begins(String name, String folded) {
        var words = of(name).split(" ");
        return !folded.isEmpty()
                && Arrays.stream(folded.split(" "))
                        .allMatch(typed -> Arrays.stream(words).anyMatch(word -> word.startsWith(typed)));
    }
}
