package fr.trame.app.ydoc;

import static fr.trame.app.ydoc.Bytes.ANY;
import static fr.trame.app.ydoc.Bytes.BRANCH;
import static fr.trame.app.ydoc.Bytes.GAP;
import static fr.trame.app.ydoc.Bytes.GONE;
import static fr.trame.app.ydoc.Bytes.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of content comes back as it was written. */
class ContentsTest {

    private final YDoc doc = YDoc.empty();

    @Test
    void everyValueComesBack() throws Exception {
        doc.apply(Bytes.of(1, 0, 2)
                .first(ANY, "liste")
                .raw(13)
                .raw(127, 126, 125, 5, 125, 0x45, 125, 0xFF, 0x7F, 124, 0x3F, 0, 0, 0)
                .raw(123, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0, 122, 0x80, 0, 0, 0, 0, 0, 0, 0, 121, 120)
                .raw(119, 2, 'o', 'k', 118, 1, 1, 'k', 120, 117, 1, 126)
                .after(Bytes.BINARY, 1, 12)
                .raw(2, 8, 9)
                .end());
        var list = doc.list("liste");

        assertEquals(
                Arrays.asList(
                        null, null, 5L, -5L, -8191L, 0.5, 1.5, Long.MIN_VALUE, false, true, "ok", Map.of("k", true)),
                list.subList(0, 12));
        assertEquals(Arrays.asList((Object) null), list.get(12));
        assertArrayEquals(new byte[] {8, 9}, (byte[]) list.get(13));
        assertArrayEquals(doc.encode(), YDoc.of(doc.encode()).encode());
    }

    @Test
    void jsonOfOldComesBack() throws Exception {
        doc.apply(Bytes.of(1, 0, 1)
                .first(Bytes.JSON, "liste")
                .uint(4)
                .string("undefined")
                .string("{\"a\":[1,-2.5e3,true,null]}")
                .string("\"\\u00e9\\n\\\"\"")
                .string("12345678901234567890")
                .end());
        assertEquals(
                Arrays.asList(
                        null, Map.of("a", Arrays.asList(1L, -2500.0, true, null)), "é\n\"", 1.2345678901234567E19),
                doc.list("liste"));
    }

    @Test
    void ofTwoValuesOfAKeyTheLaterClientsCounts() throws Exception {
        var two = Bytes.of(2, 0, 1)
                .entry(ANY, "fields", "titre")
                .raw(1, 119, 1, 'b')
                .end();
        var one = Bytes.of(1, 0, 1)
                .entry(ANY, "fields", "titre")
                .raw(1, 119, 1, 'a')
                .end();
        doc.apply(two);
        doc.apply(one);
        assertEquals(Map.of("titre", "b"), doc.map("fields"));

        doc.apply(Bytes.of(1, 1, 1).after(ANY, 2, 0).raw(1, 119, 1, 'c').end());
        assertEquals(Map.of("titre", "c"), doc.map("fields"));
        doc.apply(new Bytes().uint(0).deleting(1, 1, 1));
        assertEquals(Map.of(), doc.map("fields"));
    }

    @Test
    void branchesInsideMapsAreRead() throws Exception {
        doc.apply(Bytes.of(1, 0, 6)
                .entry(BRANCH, "fields", "texte")
                .raw(2)
                .inside(TEXT, 1, 0)
                .text("abc") // 1-3
                .entry(BRANCH, "fields", "liste")
                .raw(0) // 4
                .inside(ANY, 1, 4)
                .raw(2, 125, 1, 125, 2) // 5-6
                .entry(BRANCH, "fields", "carte")
                .raw(1) // 7
                .inside(ANY | Bytes.KEYED, 1, 7)
                .string("k")
                .raw(1, 126)
                .end());
        assertEquals(
                "{carte={k=null}, liste=[1, 2], texte=abc}", doc.map("fields").toString());
    }

    @Test
    void anEmbeddedThingIsNoText() throws Exception {
        doc.apply(Bytes.of(1, 0, 3)
                .first(TEXT, "titre")
                .text("a")
                .after(Bytes.EMBED, 1, 0)
                .string("{\"image\":1}")
                .after(TEXT, 1, 1)
                .text("b")
                .end());
        assertEquals("ab", doc.text("titre"));
        assertEquals(List.of("a", Map.of("image", 1L), "b"), doc.list("titre"));
    }

    @Test
    void aGapIsWaitedFor() throws Exception {
        var withGap = Bytes.of(1, 0, 3)
                .first(TEXT, "titre")
                .text("ab")
                .info(GAP)
                .uint(2)
                .after(TEXT, 1, 3)
                .text("ef")
                .end();
        assertTrue(doc.apply(withGap).pending());
        assertEquals("ab", doc.text("titre"));
        assertArrayEquals(withGap, doc.encode(), "it is kept as it came");

        assertFalse(
                doc.apply(Bytes.of(1, 2, 1).after(TEXT, 1, 1).text("cd").end()).pending());
        assertEquals("abcdef", doc.text("titre"));
    }

    @Test
    void whatIsInsideSomethingForgottenIsForgottenToo() throws Exception {
        doc.apply(Bytes.of(1, 0, 3)
                .info(GONE)
                .uint(3)
                .after(TEXT, 1, 1)
                .text("xyz")
                .inside(TEXT, 1, 2)
                .text("uv")
                .end());
        assertEquals("", doc.text("titre"));
        assertArrayEquals(Bytes.of(1, 0, 1).info(GONE).uint(8).deleting(1, 0, 8), doc.encode());
    }

    @Test
    void whatIsKnownInPartComesToNothingWhereItsPlaceIsForgotten() throws Exception {
        doc.apply(Bytes.of(1, 0, 1).info(GONE).uint(4).end());
        doc.apply(Bytes.of(1, 2, 1).after(TEXT, 1, 1).text("cdefg").end());

        assertArrayEquals(Bytes.of(1, 0, 1).info(GONE).uint(7).deleting(1, 0, 7), doc.encode());
    }

    @Test
    void aPairThatIsCutIsLost() throws Exception {
        doc.apply(Bytes.of(1, 0, 1).first(TEXT, "titre").text("a😀b").end());
        doc.apply(Bytes.of(2, 0, 1)
                .after(TEXT | Bytes.BEFORE, 1, 1)
                .id(1, 2)
                .text("-")
                .end());

        assertEquals("a\uFFFD-\uFFFDb", doc.text("titre"));
        assertEquals("a\uFFFD-\uFFFDb", YDoc.of(doc.encode()).text("titre"));
    }

    @Test
    void somebodyWhoHasHalfAPairGetsTheOtherHalfAsAReplacement() throws Exception {
        doc.apply(Bytes.of(1, 0, 1).first(TEXT, "titre").text("a😀b").end());
        assertArrayEquals(Bytes.of(1, 2, 1).after(TEXT, 1, 1).text("\uFFFDb").end(), doc.diff(new byte[] {1, 1, 2}));
    }
}
