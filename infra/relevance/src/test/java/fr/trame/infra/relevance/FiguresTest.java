package fr.trame.infra.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final double CLOSE = 1e-9;

    @Test
    void theBestOrderIsOne() {
        var figures = Figures.of(List.of("a", "b", "x"), Map.of("a", 3, "b", 1));
        assertEquals(new Figures(1, 1, 1), figures);
    }

    @Test
    void aLateAnswerCountsLess() {
        var figures = Figures.of(List.of("x", "a"), Map.of("a", 3));
        assertEquals(0.5, figures.mrr(), CLOSE);
        assertEquals(Math.log(2) / Math.log(3), figures.ndcg(), CLOSE);
        assertEquals(1, figures.recall(), CLOSE);
    }

    @Test
    void afterTheTenthOnlyRecallCounts() {
        var answers = new ArrayList<>(Collections.nCopies(10, "x"));
        answers.add("a");
        assertEquals(new Figures(0, 0, 0.5), Figures.of(answers, Map.of("a", 3, "b", 3)));
    }

    @Test
    void afterTheFiftiethNothingCounts() {
        var answers = new ArrayList<>(Collections.nCopies(50, "x"));
        answers.add("a");
        assertEquals(new Figures(0, 0, 0), Figures.of(answers, Map.of("a", 3)));
    }

    @Test
    void noAnswerIsNothing() {
        assertEquals(new Figures(0, 0, 0), Figures.of(List.of(), Map.of("a", 2)));
    }
}
