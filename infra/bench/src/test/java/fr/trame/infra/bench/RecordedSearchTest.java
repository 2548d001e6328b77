package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedSearchTest {

    private final RecordedSearch recorded = new RecordedSearch(List.of("w-1", "w-2"));

    @Test
    void wordsAndWorkspacesTakeThePlacesOfTheRecordedOnes() {
        var body = recorded.body("acier vert").toString();
        assertTrue(body.contains("\"acier vert\""), body);
        assertTrue(body.contains("[\"w-1\",\"w-2\"]"), body);
        assertFalse(body.contains("filière"), body);
        assertFalse(body.contains("00000000"), body);
    }

    @Test
    void oneWordMayBeAReferenceAndIsAskedForAsOne() {
        assertEquals(9, recorded.body("acier").toString().split("\"acier\"").length, "eight times the word");
        assertTrue(recorded.body("acier").toString().contains("\"reference\""));
        assertFalse(recorded.body("acier vert").toString().contains("\"reference\""));
    }
}
