package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    @Test
    void oddPlacesAreMarks() {
        assertEquals(List.of("a ", "b", " c"), MarkedText.pieces("a \uE000b\uE001 c"));
        assertEquals(List.of("", "b"), MarkedText.pieces("\uE000b\uE001"));
        assertEquals(List.of("", "a", "", "b", "c"), MarkedText.pieces("\uE000a\uE001\uE000b\uE001c"));
    }

    @Test
    void plainTextIsOnePiece() {
        assertEquals(List.of("<b>a</b>"), MarkedText.pieces("<b>a</b>"));
        assertEquals(List.of(), MarkedText.pieces(""));
    }

    @Test
    void aMarkThatIsNotClosedIsLeftAsItIs() {
        assertEquals(List.of("a\uE000b"), MarkedText.pieces("a\uE000b"));
    }

    @Test
    void cleanTextHoldsNoMarksAndComposedAccents() {
        assertEquals("a b c\nd é", MarkedText.clean("a\uE000b\u0007c\nd e\u0301"));
    }
}
