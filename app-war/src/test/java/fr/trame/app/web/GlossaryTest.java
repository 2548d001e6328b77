package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read on the pages are the words of the glossary: its rows that name several things, one by one. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("\\| ([^|`]+) \\| (`\\w+`(?:, `\\w+`)+) \\|.*");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final List<String> BEGINNINGS = List.of("WorkflowState.", "DocumentState.", "fiche.funding.");

    @Test
    void statesAndAmountsAreCalledAsInTheGlossary() throws IOException {
        var words = words("fr");
        var expected = new TreeMap<String, String>();
        try (var rows = Files.lines(Path.of("../docs/glossary.md"))) {
            rows.map(ROW::matcher).filter(row -> row.matches()).forEach(row -> {
                var said = row.group(1).split(", ");
                var names = NAME.matcher(row.group(2))
                        .results()
                        .map(each -> each.group(1))
                        .toList();
                for (var i = 0; i < Math.min(said.length, names.size()); i++) {
                    var label = said[i];
                    keys(names.get(i)).filter(words::containsKey).forEach(key -> expected.put(key, label));
                }
            });
        }
        var shown = new TreeMap<String, String>();
        expected.keySet().forEach(key -> shown.put(key, words.getProperty(key).toLowerCase(Locale.FRENCH)));
        assertEquals(expected, shown);
        assertEquals(16, expected.size(), "8 states of a fiche, 4 of a document, 4 amounts: " + expected.keySet());
    }

    /** A fiche is called so in English too, and its state is no status: that is how its phase goes. */
    @Test
    void englishKeepsTheWordsOfTheDomain() throws IOException {
        var english = words("en");
        assertEquals(List.of(), keysSaying(english, "(?i).*\\bsheets?\\b.*"));
        assertEquals(List.of(), keysSaying(english, "(?i).*\\bstatus\\b.*"));
        assertFalse(
                keysSaying(english, "(?i).*\\bfiches? action\\b.*").isEmpty(), "the pattern finds nothing any more");
    }

    @Test
    void frenchNamesTheAmountsOneWay() throws IOException {
        assertEquals(List.of(), keysSaying(words("fr"), "(?iu).*\\b(engagée?s?|versée?s?)\\b.*"));
    }

    private static List<String> keysSaying(Properties words, String pattern) {
        return words.stringPropertyNames().stream()
                .filter(key -> words.getProperty(key).matches(pattern))
                .sorted()
                .toList();
    }

    private static Stream<String> keys(String name) {
        return BEGINNINGS.stream().map(beginning -> beginning + name);
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/fr/trame/app/Messages_" + language + ".properties"))) {
            words.load(reader);
        }
        return words;
    }
}
