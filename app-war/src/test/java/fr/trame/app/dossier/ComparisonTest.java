package fr.trame.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Comparison.Change;
import fr.trame.app.dossier.Comparison.Row;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void equalTextsDifferNowhere() {
        var result = Comparison.of(List.of("un\ndeux"), List.of("un", "deux"));
        assertEquals(0, result.changes());
        assertEquals(List.of(Change.FOLDED), changes(result));
    }

    @Test
    void theWordsThatDifferAreMarked() {
        var result = Comparison.of(List.of("Le coût est de 1200 euros."), List.of("Le coût est de 1500 euros."));
        assertEquals(1, result.changes());
        var row = result.rows().get(0);
        assertEquals(Change.CHANGED, row.change());
        assertEquals(List.of("Le coût est de ", "1200", " euros."), row.before());
        assertEquals(List.of("Le coût est de ", "1500", " euros."), row.after());
    }

    @Test
    void aLineThatCameAndOneThatWentStandAlone() {
        var result = Comparison.of(List.of("un\ndeux\ntrois"), List.of("deux\ntrois\nquatre"));
        assertEquals(List.of(Change.REMOVED, Change.SAME, Change.SAME, Change.ADDED), changes(result));
        assertEquals("un", String.join("", result.rows().get(0).before()));
        assertEquals("quatre", String.join("", result.rows().get(3).after()));
    }

    @Test
    void longRunsOfEqualLinesAreFolded() {
        var before = String.join(
                "\n", IntStream.range(0, 100).mapToObj(each -> "ligne " + each).toList());
        var result = Comparison.of(List.of(before), List.of(before.replace("ligne 50\n", "autre\n")));
        assertEquals(
                List.of(
                        Change.FOLDED,
                        Change.SAME,
                        Change.SAME,
                        Change.CHANGED,
                        Change.SAME,
                        Change.SAME,
                        Change.FOLDED),
                changes(result));
        assertEquals(
                100,
                result.rows().stream().mapToInt(row -> Math.max(1, row.count())).sum());
    }

    @Test
    void markupIsTextAndForeignMarksAreNone() {
        var result = Comparison.of(List.of("a \uE000<b>\uE000 c"), List.of("a <i> c"));
        assertEquals("a <b> c", String.join("", result.rows().get(0).before()));
        assertEquals("a <i> c", String.join("", result.rows().get(0).after()));
    }

    @Test
    void whatNobodyCouldReadIsRefused() {
        var line = Collections.nCopies(10_001, "x");
        var no = assertThrows(
                BusinessException.class, () -> Comparison.of(List.of(String.join("\n", line)), List.of("x")));
        assertEquals(BusinessException.Kind.TOO_LARGE, no.kind());
    }

    private static List<Change> changes(Comparison.Result result) {
        return result.rows().stream().map(Row::change).toList();
    }
}
