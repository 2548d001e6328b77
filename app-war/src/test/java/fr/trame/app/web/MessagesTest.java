package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the product: complete in both languages, none missing in a page or in code, none left over. */
class MessagesTest {

    private static final Properties FRENCH = bundle("fr");
    private static final Properties ENGLISH = bundle("en");
    private static final String PAGES = sources(Path.of("src/main/webapp"), ".xhtml");
    private static final String CODE = sources(Path.of("src/main/java"), ".java");

    private static final Pattern IN_PAGE = Pattern.compile("i18n\\[([^\\]]*)\\]");
    private static final Pattern QUOTED =
            Pattern.compile("['\"]([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)*\\.?)['\"]");
    private static final Pattern BUSINESS = Pattern.compile(
            "BusinessException\\s*\\.\\s*(?:notFound|conflict|refused|invalid|file|unavailable|locked)\\(([^;]*);");
    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w*(?:\\.[\\w-]+)+");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");
    private static final Pattern STATE_OF = Pattern.compile("\\bof=\"(\\w+)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(ENGLISH.stringPropertyNames(), FRENCH.stringPropertyNames());
    }

    @Test
    void everyKeyOfAPageExists() {
        assertEquals(Set.of(), missing(keysOfPages()));
    }

    @Test
    void everyBusinessErrorHasWords() {
        var keys = BUSINESS.matcher(CODE)
                .results()
                .flatMap(call -> quoted(call.group(1)).stream().filter(MessagesTest::isKey))
                .collect(Collectors.toCollection(TreeSet<String>::new));
        assertFalse(keys.isEmpty(), "the pattern finds no business error any more");
        assertEquals(Set.of(), missing(keys));
    }

    @Test
    void noKeyIsLeftOver() {
        var said = quoted(PAGES);
        said.addAll(quoted(CODE));
        var beginnings = said.stream().filter(each -> each.endsWith(".")).collect(Collectors.toSet());
        STATE_OF.matcher(PAGES).results().forEach(each -> beginnings.add(each.group(1) + "."));
        var leftOver = FRENCH.stringPropertyNames().stream()
                .filter(key -> !said.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet<String>::new));
        assertEquals(Set.of(), leftOver);
    }

    @Test
    void everyPatternIsOne() {
        for (var bundle : List.of(FRENCH, ENGLISH)) {
            bundle.values().stream()
                    .map(Object::toString)
                    .filter(words -> ARGUMENT.matcher(words).find())
                    .forEach(words -> assertDoesNotThrow(
                            () -> new MessageFormat(words.replace("'", "''"), Locale.FRENCH), words));
        }
    }

    /** A line must not break between a word and the sign after it, and the straight apostrophe is a typewriter's. */
    @Test
    void frenchIsSetAsFrench() {
        var badlySet = Pattern.compile("[a-zA-Zéèàçùêîôû0-9»] [;!?%€:»]|« |(?<![Hh ])'(?!\\u202f?h)");
        var wrong = FRENCH.stringPropertyNames().stream()
                .filter(key -> !key.equals("format.time"))
                .filter(key -> badlySet.matcher(FRENCH.getProperty(key)).find())
                .collect(Collectors.toCollection(TreeSet<String>::new));
        assertEquals(Set.of(), wrong);
    }

    private static Set<String> keysOfPages() {
        return IN_PAGE.matcher(PAGES)
                .results()
                .flatMap(use -> quoted(use.group(1)).stream())
                .filter(MessagesTest::isKey)
                .collect(Collectors.toCollection(TreeSet<String>::new));
    }

    private static boolean isKey(String quoted) {
        return KEY.matcher(quoted).matches();
    }

    private static Set<String> quoted(String source) {
        return QUOTED.matcher(source)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toCollection(LinkedHashSet<String>::new));
    }

    private static Set<String> missing(Set<String> keys) {
        return keys.stream()
                .filter(key -> !FRENCH.containsKey(key))
                .collect(Collectors.toCollection(TreeSet<String>::new));
    }

    private static Properties bundle(String language) {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src/main/resources/fr/trame/app/Messages_" + language + ".properties"))) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static String sources(Path folder, String extension) {
        try (var files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(extension))
                    .map(MessagesTest::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
