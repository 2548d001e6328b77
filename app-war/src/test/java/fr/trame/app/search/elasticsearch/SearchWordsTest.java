package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.search.elasticsearch.SearchWords.Shape;
import fr.trame.app.search.elasticsearch.SearchWords.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "+", "- -", "\"\"", "\"", "|", "* ~", "\u0000", "\uE000\uE001", "()", "-\"\"", "+-+-"})
    void withoutALetterOrDigitThereIsNothingToSearch(String typed) {
        assertTrue(SearchWords.of(typed).isEmpty());
    }

    /** What is taken apart, and how it would be typed: plain words, + for what must be there, then alternatives, then -. */
    @ParameterizedTest
    @CsvSource({
        "Lyon - Paris, Lyon Paris",
        "Lyon -Paris, Lyon -Paris",
        "-Paris Lyon, Lyon -Paris",
        "'  a   b ', a b",
        "rendez-vous, rendez-vous",
        "plan +lyon, plan +lyon",
        "plan terri* +indus*, plan terri* indus*",
        "a*, a",
        "foo~5, foo~5",
        "'\"plan de relance\" x', 'x \"plan de relance\"'",
        "'x -\"plan de relance\"', 'x -\"plan de relance\"'",
        "'\"plan de relance', plan de relance",
        "'a \"b\" \"c', 'a c \"b\"'",
        "'foo\"', foo",
        "'\"eco* sys\"', '\"eco* sys\"'",
        "a | b, a | b",
        "a|b, a | b",
        "x a | b | c y, x y a | b | c",
        "terri* | plan, terri* | plan",
        "'\"a b\" | c', '\"a b\" | c'",
        "| foo, foo",
        "foo |, foo",
        "a || b, a | b",
        "a | -b, a -b",
        "--x a, a -x"
    })
    void whatMakesSenseStays(String typed, String expected) {
        assertEquals(expected, SearchWords.of(typed).typed());
    }

    @Test
    void aStarMakesTheBeginningOfAWord() {
        assertEquals(
                new SearchWords("plan", List.of(new Term("terri*", Shape.PREFIX)), List.of(), List.of(), false),
                SearchWords.of("terri* plan"));
    }

    @Test
    void tooMuchIsCut() {
        assertEquals(256, SearchWords.of("x".repeat(10_000)).plain().length());
        assertEquals(20, SearchWords.of("mot ".repeat(2_500)).plain().split(" ", -1).length);
        var cut = SearchWords.of("x".repeat(255) + "😀").plain();
        assertFalse(Character.isHighSurrogate(cut.charAt(cut.length() - 1)));
    }

    @Test
    void controlCharactersAreSpaces() {
        assertEquals("a b c", SearchWords.of("a\u0000b\tc\uE000").plain());
    }
}
