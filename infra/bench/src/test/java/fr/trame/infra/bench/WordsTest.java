package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void theSameSeedGivesTheSameText() {
        assertEquals(new Words(1).text(1_000), new Words(1).text(1_000));
        assertNotEquals(new Words(1).text(1_000), new Words(2).text(1_000));
    }

    @Test
    void theFirstWordComesTwiceAsOftenAsTheSecond() {
        var words = new Words(3);
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < 200_000; i++) {
            counts.merge(words.word(), 1, Integer::sum);
        }
        var ratio = (double) counts.getOrDefault("de", 0) / counts.getOrDefault("la", 1);
        assertTrue(ratio > 1.9 && ratio < 2.1, "de to la: " + ratio);
        assertTrue(words.size() > 15_000, "only " + words.size() + " words");
    }

    @Test
    void aQuestionStandsOnOnePage() {
        var pages = List.of("Le chantier naval recrute. ", "La fonderie forme des apprentis. ");
        var questions = new Words(4).questions(pages, 50);
        assertEquals(50, questions.size());
        assertTrue(questions.stream().allMatch(question -> pages.stream()
                .anyMatch(page -> List.of(page.split("[ .]+")).containsAll(List.of(question.split(" "))))));
        assertTrue(questions.stream().noneMatch(question -> question.contains("Le")));
        assertTrue(questions.stream().anyMatch(question -> question.split(" ").length == 3));
    }
}
