package fr.trame.app.ydoc;

import static fr.trame.app.ydoc.Bytes.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a document makes of updates, each written by hand. */
class YDocTest {

    private static final byte[] BONJOUR =
            Bytes.of(1, 0, 1).first(TEXT, "corps").text("Bonjour").end();
    private static final byte[] LE_MONDE =
            Bytes.of(1, 7, 1).after(TEXT, 1, 6).text(" le monde").end();

    private final YDoc doc = YDoc.empty();

    @Test
    void anEmptyDocumentSaysNothing() {
        assertArrayEquals(new byte[] {0, 0}, doc.encode());
        assertArrayEquals(new byte[] {0}, doc.stateVector());
        assertEquals("", doc.text("corps"));
        assertEquals(Set.of(), doc.roots());
        assertEquals("{type=doc, content=[]}", doc.prosemirror("corps").toString());
    }

    @Test
    void whatIsTypedInARowIsOnePiece() throws Exception {
        assertEquals(new Applied(true, Set.of("corps"), false), doc.apply(BONJOUR));
        doc.apply(LE_MONDE);

        assertEquals("Bonjour le monde", doc.text("corps"));
        assertArrayEquals(
                Bytes.of(1, 0, 1).first(TEXT, "corps").text("Bonjour le monde").end(), doc.encode());
        assertEquals(doc.encode().length, doc.size());
        assertArrayEquals(new byte[] {1, 1, 16}, doc.stateVector());
    }

    @Test
    void anUpdateThatIsKnownChangesNothing() throws Exception {
        doc.apply(BONJOUR);

        assertEquals(new Applied(false, Set.of(), false), doc.apply(BONJOUR));
        assertEquals("Bonjour", doc.text("corps"));
    }

    @Test
    void anUpdateThatComesTooEarlyWaits() throws Exception {
        assertEquals(new Applied(true, Set.of(), true), doc.apply(LE_MONDE));
        assertTrue(doc.hasPending());
        assertEquals("", doc.text("corps"));
        var kept = YDoc.of(doc.encode());
        assertTrue(kept.hasPending(), "what waits is kept");

        assertEquals(new Applied(true, Set.of("corps"), false), doc.apply(BONJOUR));
        assertEquals("Bonjour le monde", doc.text("corps"));
        assertFalse(doc.hasPending());
        kept.apply(BONJOUR);
        assertArrayEquals(doc.encode(), kept.encode());
    }

    @Test
    void aDeletionThatComesTooEarlyWaits() throws Exception {
        assertTrue(doc.apply(new Bytes().uint(0).deleting(1, 0, 3)).pending());
        doc.apply(BONJOUR);

        assertEquals("jour", doc.text("corps"));
        assertArrayEquals(doc.encode(), YDoc.of(doc.encode()).encode());
    }

    @Test
    void whoWritesAtOneAndTheSamePlaceStandsInTheOrderOfClients() throws Exception {
        var left = Bytes.of(7, 0, 1).first(TEXT, "corps").text("sept").end();
        var right = Bytes.of(9, 0, 1).first(TEXT, "corps").text("neuf").end();
        var other = YDoc.empty();
        for (var each : List.of(left, right)) {
            doc.apply(each);
        }
        for (var each : List.of(right, left)) {
            other.apply(each);
        }

        assertEquals("septneuf", doc.text("corps"));
        assertEquals("septneuf", other.text("corps"));
    }

    @Test
    void whatIsDeletedIsForgotten() throws Exception {
        doc.apply(BONJOUR);
        var applied = doc.apply(new Bytes().uint(0).deleting(1, 0, 3));

        assertEquals(new Applied(true, Set.of("corps"), false), applied);
        assertEquals("jour", doc.text("corps"));
        assertFalse(new String(doc.encode(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("Bon"));
    }

    @Test
    void othersGetWhatTheyLack() throws Exception {
        doc.apply(BONJOUR);
        var other = YDoc.of(doc.encode());
        doc.apply(LE_MONDE);

        assertArrayEquals(LE_MONDE, doc.diff(other.stateVector()));
        other.apply(doc.diff(other.stateVector()));
        assertArrayEquals(doc.encode(), other.encode());
    }
}
