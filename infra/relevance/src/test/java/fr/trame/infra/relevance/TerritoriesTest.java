package fr.trame.infra.relevance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.relevance.Judged.Question;
import fr.trame.infra.relevance.Judged.Text;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerritoriesTest {

    @Test
    void thereAreEnoughQuestionsAndEachNamesTextsThatExist() throws IOException {
        var judged = Territories.read();
        assertTrue(judged.questions().size() >= 60, "only " + judged.questions().size());
        var ids = judged.texts().stream().map(Text::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), "two texts have one name");
        assertEquals(
                judged.questions().size(),
                judged.questions().stream().map(Question::words).distinct().count(),
                "a question is there twice");
    }

    @Test
    void aQuestionIsItsWordsThenItsGrades() throws IOException {
        assertEquals(
                List.of(new Question("a b", Map.of("x", 3, "y", 1)), new Question("c", Map.of("z", 2))),
                Territories.questions("# said before\n\na b\n3 x\n1 y\n\nc\n2 z\n"));
        assertThrows(IOException.class, () -> Territories.questions("a\n4 x\n"));
    }

    @Test
    void aTextIsItsNameTitleAndBody() {
        assertEquals(
                List.of(new Text("a", "Titre A", "Un.\nDeux."), new Text("b", "B", "Trois.")),
                Territories.written("# said before\n\n= a | Titre A\nUn.\nDeux.\n\n= b | B\nTrois.\n"));
    }

    @Test
    void theNameOfATitleIsPlain() {
        assertEquals("l-ecole-du-coeur", Territories.name("L’école du cœur !"));
    }
}
