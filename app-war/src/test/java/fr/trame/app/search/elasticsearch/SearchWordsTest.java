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
        "--x a, a -x",
        "pacte OU contrat, pacte | contrat",
        "pacte OR contrat x, x pacte | contrat",
        "OU est le pacte, OU est le pacte",
        "mine ou carrière, mine ou carrière",
        "pacte OU, pacte",
        "titre:pacte x, x titre:pacte",
        "TITLE:pacte, titre:pacte",
        "-titre:pacte x, x -titre:pacte",
        "'titre:\"pacte local\" x', 'x titre:\"pacte local\"'",
        "titre: x, titre: x",
        "type:pdf bilan, bilan type:pdf",
        "type:Fiche, type:Fiche",
        "type:???, type:???",
        "avant:2025-06 bilan, bilan avant:2025-06",
        "avant:2025-13, avant:2025-13",
        "après:demain, après:demain",
        "auteur:moi, auteur:moi",
        "http://x.fr, http://x.fr"
    })
    void whatMakesSenseStays(String typed, String expected) {
        assertEquals(expected, SearchWords.of(typed).typed());
    }

    @Test
    void aStarMakesTheBeginningOfAWord() {
        assertEquals(
                new SearchWords(
                        "plan", List.of(new Term("terri*", Shape.PREFIX)), List.of(), List.of(), List.of(), false),
                SearchWords.of("terri* plan"));
    }

    /** Name and value, then field, first day or value, first day no more; all empty: words like others. */
    @ParameterizedTest
    @CsvSource({
        "type:pdf, type, pdf, ''",
        "type:DOCX, type, docx, ''",
        "type:fiche, kind, FICHE, ''",
        "type:dossier, kind, DOSSIER, ''",
        "avant:2025, modified, '', 2025-01-01",
        "before:2025-06, modified, '', 2025-06-01",
        "après:2025, modified, 2026-01-01, ''",
        "apres:2024-02, modified, 2024-03-01, ''",
        "after:2024-02-29, modified, 2024-03-01, ''",
        "année:2024, modified, 2024-01-01, 2025-01-01",
        "year:2024, modified, 2024-01-01, 2025-01-01"
    })
    void aLimitIsRead(String typed, String field, String from, String to) {
        assertEquals(
                List.of(new Limit(typed, field, from, to)),
                SearchWords.of(typed).limits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"avant:2025-13", "avant:2025-02-30", "année:2024-02", "type:", "type:a.b", "avant:", "x:2025"})
    void aLimitThatMeansNothingIsWords(String typed) {
        assertEquals(List.of(), SearchWords.of(typed).limits());
        assertEquals(typed, SearchWords.of(typed).plain());
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
