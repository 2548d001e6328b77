package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "+", "- -", "\"\"", "\"", "|", "* ~", "\u0000", "\uE000\uE001", "()"})
    void withoutALetterOrDigitThereIsNothingToSearch(String typed) {
        assertTrue(SearchWords.of(typed).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Lyon - Paris, Lyon Paris",
        "Lyon -Paris, Lyon -Paris",
        "'  a   b ', a b",
        "'\"plan de relance\" x', '\"plan de relance\" x'",
        "'\"plan de relance', plan de relance",
        "'a \"b\" \"c', 'a \"b\" c'",
        "a | b, a | b",
        "'\"eco* sys\"', '\"eco* sys\"'"
    })
    void whatMakesSenseStays(String typed, String expected) {
        assertEquals(expected, SearchWords.of(typed).main());
    }

    @Test
    void prefixesAreSetApart() {
        assertEquals(new SearchWords("plan", List.of("terri*", "indus*")), SearchWords.of("terri* plan +indus*"));
        assertEquals(List.of(), SearchWords.of("a*").prefixes());
        assertEquals(List.of(), SearchWords.of("terri* | plan").prefixes());
    }

    @Test
    void tooMuchIsCut() {
        assertEquals(256, SearchWords.of("x".repeat(10_000)).main().length());
        assertEquals(20, SearchWords.of("mot ".repeat(2_500)).main().split(" ", -1).length);
        var cut = SearchWords.of("x".repeat(255) + "😀").main();
        assertFalse(Character.isHighSurrogate(cut.charAt(cut.length() - 1)));
    }

    @Test
    void controlCharactersAreSpaces() {
        assertEquals("a b c", SearchWords.of("a\u0000b\tc\uE000").main());
    }

    @Test
    void aReferenceIsOneWordAndExcludesNothing() {
        assertTrue(SearchWords.of("ARA-2026-007").isOneWord());
        assertFalse(SearchWords.of("ARA-2026-007").excludes());
        assertFalse(SearchWords.of("-ARA").isOneWord());
        assertTrue(SearchWords.of("plan -lyon").excludes());
        assertFalse(SearchWords.of("rendez-vous").excludes());
    }
}
