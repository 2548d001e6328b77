package fr.trame.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    private static final Path LOGIN = RealmFiles.RESOURCES.resolve("theme/trame/login");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle\\s*=|\\son[a-z]+\\s*=|href=\"javascript:");
    private static final Pattern OWN_MESSAGE = Pattern.compile("\"(trame[A-Z]\\w*)\"");
    private static final Pattern ICON = Pattern.compile("t-i-([a-z-]+)");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(LOGIN)) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Path> filesThatNameIcons() throws IOException {
        return Stream.concat(templates().stream(), Stream.of(LOGIN.resolve("theme.properties")));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(messages("fr").stringPropertyNames(), messages("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyMessageIsWholeAndReadableByMessageFormat(String language) {
        Properties messages = messages(language);
        for (String key : messages.stringPropertyNames()) {
            String text = messages.getProperty(key);
            assertFalse(text.isBlank(), key);
            assertFalse(text.contains("'"), key + ": MessageFormat eats the straight apostrophe");
            assertFalse(
                    new MessageFormat(text, Locale.ROOT)
                            .format(new Object[] {"a", "b", "c"})
                            .isBlank(),
                    key);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesHoldNoInlineStyleOrHandler(Path template) {
        assertFalse(INLINE.matcher(read(template)).find(), template.toString());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templatesSayOnlyMessagesThatExist(Path template) {
        Set<String> missing = found(OWN_MESSAGE, template);
        missing.removeAll(messages("fr").stringPropertyNames());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("filesThatNameIcons")
    void iconsAreDrawn(Path template) {
        String sheet = read(LOGIN.resolve("resources/css/trame.css"));
        for (String icon : found(ICON, template)) {
            assertTrue(sheet.contains("img/" + icon + ".svg"), icon);
            assertTrue(Files.exists(LOGIN.resolve("resources/img/" + icon + ".svg")), icon);
        }
    }

    @Test
    void keycloakFindsTheFieldsWhereOthersExpectThem() {
        for (String page : List.of("login.ftl", "login-username.ftl", "login-password.ftl")) {
            String template = read(LOGIN.resolve(page));
            assertTrue(template.contains("id=\"kc-form-login\""), page);
            assertTrue(template.contains("id=\"kc-login\""), page);
        }
        assertTrue(read(LOGIN.resolve("login-username.ftl")).contains("name=\"username\""));
        assertTrue(read(LOGIN.resolve("login-password.ftl")).contains("name=\"password\""));
    }

    @Test
    void theJarDeclaresTheThemeAndCarriesTheFontLicence() {
        String declaration = read(RealmFiles.RESOURCES.resolve("META-INF/keycloak-themes.json"));
        assertTrue(declaration.contains("\"trame\"") && declaration.contains("\"login\""));
        assertTrue(read(LOGIN.resolve("resources/fonts/OFL-IBM-Plex.txt")).contains("SIL Open Font License"));
    }

    @Test
    void stylesLoadNothingFromElsewhere() {
        for (String sheet : List.of("tokens.css", "trame.css")) {
            assertFalse(read(LOGIN.resolve("resources/css").resolve(sheet)).contains("//"), sheet);
        }
    }

    private static Set<String> found(Pattern pattern, Path template) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(read(template));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties messages(String language) {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(LOGIN.resolve("messages/messages_" + language + ".properties"))) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
