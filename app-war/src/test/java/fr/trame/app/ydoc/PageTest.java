package fr.trame.app.ydoc;

import static fr.trame.app.ydoc.Bytes.ANY;
import static fr.trame.app.ydoc.Bytes.BRANCH;
import static fr.trame.app.ydoc.Bytes.FORMAT;
import static fr.trame.app.ydoc.Bytes.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A page of an editor, and the ways in which it is read. */
class PageTest {

    private final YDoc doc = YDoc.empty();

    /** Two paragraphs, one with marks, a line break and a heading; the bytes an editor would send. */
    private void page() throws MalformedUpdateException {
        doc.apply(Bytes.of(1, 0, 9)
                .first(BRANCH, "corps")
                .raw(3)
                .string("heading") // 0
                .after(BRANCH, 1, 0)
                .raw(3)
                .string("paragraph") // 1
                .inside(ANY | Bytes.KEYED, 1, 0)
                .string("level")
                .raw(1, 125, 2) // 2
                .inside(BRANCH, 1, 0)
                .raw(6) // 3
                .inside(TEXT, 1, 3)
                .text("Titre & <suite>") // 4-18
                .inside(BRANCH, 1, 1)
                .raw(6) // 19
                .inside(TEXT, 1, 19)
                .text("Un mot ") // 20-26
                .after(FORMAT, 1, 26)
                .string("strong--AbCdEf12")
                .string("{\"poids\":7}") // 27
                .after(TEXT, 1, 27)
                .text("fort") // 28-31
                .end());
        doc.apply(Bytes.of(1, 32, 4)
                .after(FORMAT, 1, 31)
                .string("strong--AbCdEf12")
                .string("null") // 32
                .after(TEXT, 1, 32)
                .text(".") // 33
                .after(BRANCH, 1, 19)
                .raw(3)
                .string("hard_break") // 34
                .after(BRANCH, 1, 1)
                .raw(3)
                .string("paragraph") // 35
                .end());
    }

    @Test
    void aPageIsReadAsTheEditorReadsIt() throws Exception {
        page();
        assertEquals(
                Map.of(
                        "type",
                        "doc",
                        "content",
                        List.of(
                                Map.of(
                                        "type", "heading",
                                        "attrs", Map.of("level", 2L),
                                        "content", List.of(Map.of("type", "text", "text", "Titre & <suite>"))),
                                Map.of(
                                        "type",
                                        "paragraph",
                                        "content",
                                        List.of(
                                                Map.of("type", "text", "text", "Un mot "),
                                                Map.of(
                                                        "type", "text",
                                                        "text", "fort",
                                                        "marks",
                                                                List.of(
                                                                        Map.of(
                                                                                "type",
                                                                                "strong",
                                                                                "attrs",
                                                                                Map.of("poids", 7L)))),
                                                Map.of("type", "text", "text", "."),
                                                Map.of("type", "hard_break"))),
                                Map.of("type", "paragraph"))),
                doc.prosemirror("corps"));
    }

    @Test
    void aPageHasALineForEachParagraph() throws Exception {
        page();
        assertEquals("Titre & <suite>\nUn mot fort.\n\n", doc.text("corps"));
    }

    @Test
    void aPageIsWellFormedXml() throws Exception {
        page();
        assertEquals(
                "<heading level=\"2\">Titre &amp; &lt;suite&gt;</heading><paragraph>Un mot "
                        + "<strong--AbCdEf12 poids=\"7\">fort</strong--AbCdEf12>.<hard_break></hard_break></paragraph>"
                        + "<paragraph></paragraph>",
                doc.xml("corps"));
    }

    @Test
    void namesThatXmlDoesNotKnowBecomeOnesItDoes() throws Exception {
        doc.apply(Bytes.of(1, 0, 2)
                .first(BRANCH, "corps")
                .raw(3)
                .string("1 p><script")
                .inside(ANY | Bytes.KEYED, 1, 0)
                .string("on\"x")
                .raw(1, 119, 3, '"', 1, '<')
                .end());
        assertEquals("<_1_p__script on_x=\"&quot;\uFFFD&lt;\"></_1_p__script>", doc.xml("corps"));
    }

    @Test
    void anElementThatIsDeletedTakesItsContentAlong() throws Exception {
        page();
        doc.apply(new Bytes().uint(0).deleting(1, 1, 1));

        assertEquals("Titre & <suite>\n", doc.text("corps"));
        doc.apply(Bytes.of(2, 0, 1).after(TEXT, 1, 24).text("trop tard").end());
        assertEquals("Titre & <suite>\n", doc.text("corps"));
        assertArrayEquals(doc.encode(), YDoc.of(doc.encode()).encode());
    }
}
