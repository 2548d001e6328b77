package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningsTest {

    @Test
    void wordsAreCutWhereTheIndexCutsThem() {
        assertEquals(
                List.of("plan", "climat", "industrie"),
                Beginnings.of("plan_climat l’industrie").words());
        assertEquals("a".repeat(20), Beginnings.of("a".repeat(30)).words().get(0));
        assertEquals(8, Beginnings.of("a b c d e f g h i j").words().size());
    }

    @Test
    void signsAloneBeginNothing() {
        assertTrue(Beginnings.of(" \"*\" -|\0 ").isEmpty());
        assertTrue(Beginnings.of("").isEmpty());
    }

    @Test
    void whatIsTypedIsMarkedWhereAWordBeginsSo() {
        assertEquals(
                List.of("L’", "Éco", "logie, une ", "éco", "le, ", "indus", "trielle"),
                Beginnings.of("eco indus").marked("L’Écologie, une école, industrielle"));
        assertEquals(List.of("", "Plan"), Beginnings.of("pl plan").marked("Plan"));
        assertEquals(List.of("Rien"), Beginnings.of("ien").marked("Rien"));
        assertEquals(List.of(), Beginnings.of("a").marked(null));
    }
}
