package fr.trame.app.ydoc;

import static fr.trame.app.ydoc.Bytes.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import org.junit.jupiter.api.Test;

/** Updates that go on with what is forgotten, as no editor writes them and no editor survives them. */
class ForgottenTest {

    private final YDoc doc = YDoc.empty();

    ForgottenTest() throws MalformedUpdateException {
        doc.apply(Bytes.of(1, 0, 1).first(TEXT, "corps").text("Bonjour").end());
    }

    @Test
    void whatGoesOnInARootWithWhatWasForgotten() throws Exception {
        doc.apply(Bytes.of(3, 0, 1).info(Bytes.GONE).uint(4).end());
        var before = doc.encode();
        var update = Bytes.of(3, 2, 1).first(TEXT, "corps").text("cdefg").end();
        var refusal = assertThrows(MalformedUpdateException.class, () -> doc.apply(update));
        assertEquals(Reason.IMPOSSIBLE, refusal.reason());
        assertArrayEquals(before, doc.encode());
    }

    @Test
    void whatWaitedAndCannotBeIsLetGoForWhatComes() throws Exception {
        // Waits for client 4, of whom nothing is known, and would go on with what client 3 forgot.
        doc.apply(Bytes.of(3, 0, 1).info(Bytes.GONE).uint(4).end());
        doc.apply(Bytes.of(3, 2, 1)
                .info(TEXT | Bytes.BEFORE)
                .id(4, 0)
                .text("cdefg")
                .end());
        assertTrue(doc.hasPending());
        doc.apply(Bytes.of(4, 0, 1).first(TEXT, "titre").text("Titre").end());

        assertEquals("Titre", doc.text("titre"));
        assertFalse(doc.hasPending());
    }

    @Test
    void whatWasTakenInAnotherOrderIsTakenAgain() throws Exception {
        // Two nodes took one each; the log has them in the order in which neither would have taken them.
        doc.replay(Bytes.of(3, 0, 1).info(Bytes.GONE).uint(4).end());
        doc.replay(Bytes.of(3, 0, 1).first(TEXT, "corps").text("abcdefg").end());

        assertEquals("Bonjour", doc.text("corps"));
        assertEquals("Bonjour", YDoc.of(doc.encode()).text("corps"));
    }
}
