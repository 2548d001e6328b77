package fr.trame.infra.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TypingTest {

    private static final String WORDS = "L’écosystème d’un cœur de métier";

    @Test
    void withoutAccentsLettersStay() {
        assertEquals("L’ecosysteme d’un coeur de metier", Typing.WITHOUT_ACCENTS.typed(WORDS, new Random(1)));
    }

    @Test
    void aTypoIsTheSameAtEachRun() {
        assertEquals(Typing.ONE_TYPO.typed(WORDS, new Random(7)), Typing.ONE_TYPO.typed(WORDS, new Random(7)));
    }

    @Test
    void aTypoNeverChangesTheFirstLetter() {
        for (int seed = 0; seed < 200; seed++) {
            var typed = Typing.ONE_TYPO.typed("un embranchement", new Random(seed));
            assertTrue(typed.startsWith("un e"), typed);
            assertEquals(16, typed.length(), 1, typed);
        }
    }

    @Test
    void shortWordsAreLeftAlone() {
        assertEquals("la PME", Typing.ONE_TYPO.typed("la PME", new Random(1)));
    }
}
