package fr.trame.app.coedit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.fiche.FicheText;
import fr.trame.app.ydoc.MalformedUpdateException;
import fr.trame.app.ydoc.YDoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of a fiche and its document say the same, whichever was changed last. */
class SectionsTest {

    private static final FicheText BEGINNING = new FicheText("Un\n\nDeux\nTrois", "", "Été 😀, d’abord.\n");

    @Test
    void aDocumentBeginsWithTheTextsOfTheFiche() throws MalformedUpdateException {
        assertEquals(BEGINNING, Sections.texts(document()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Un",
                "Un\n\nDeux\nTrois",
                "Zéro\nUn\n\nDeux\nTrois",
                "Un\n\nDeux\nTrois\nQuatre",
                "Un\n\nDeux et demi\nTrois",
                "Tout\nautre",
                "Un\nTrois",
                "Un\n\n\nDeux\nTrois",
                "Trois\n\nDeux\nUn",
                "\n"
            })
    void theDocumentFollowsTheForm(String context) throws MalformedUpdateException {
        var document = document();
        var wanted = new FicheText(context, "Un objectif", "");
        document.apply(Sections.follow(document, wanted));
        assertEquals(wanted, Sections.texts(document));
        document.apply(Sections.follow(document, BEGINNING));
        assertEquals(BEGINNING, Sections.texts(document));
    }

    @Test
    void whatTheFormLeftAloneIsNotTouched() throws MalformedUpdateException {
        var document = document();
        var before = document.pieces("context");
        document.apply(Sections.follow(document, new FicheText("Un\n\nDEUX\nTrois", "", BEGINNING.description())));
        var after = document.pieces("context");
        assertEquals(4, after.size());
        assertEquals(before.get(0), after.get(0));
        assertEquals(before.get(1), after.get(1));
        assertEquals(before.get(3), after.get(3));
    }

    @Test
    void theFormAndAnEditorAtTheSameTimeLoseNothing() throws MalformedUpdateException {
        var document = document();
        var editor = YDoc.of(document.encode());
        var byForm = Sections.follow(document, new FicheText("Un\n\nDEUX\nTrois", "", BEGINNING.description()));
        var byEditor = Sections.follow(editor, new FicheText("Un\n\nDeux\nTrois\nQuatre", "", BEGINNING.description()));
        document.apply(byForm);
        document.apply(byEditor);
        editor.apply(byEditor);
        editor.apply(byForm);
        assertEquals("Un\n\nDEUX\nTrois\nQuatre", Sections.texts(document).context());
        assertEquals(Sections.texts(document), Sections.texts(editor));
    }

    @Test
    void textsLongerThanTheFicheHoldsEndWhereItEnds() throws MalformedUpdateException {
        var document = YDoc.empty();
        document.apply(Sections.follow(document, new FicheText("é".repeat(9_999) + "😀😀", "", "")));
        assertEquals("é".repeat(9_999), Sections.texts(document).context());
    }

    @Test
    void listsAndBreaksAreLines() {
        var item = (Function<String, Map<String, Object>>) text -> Map.of(
                "type", "list_item", "content", List.of(paragraph(List.of(Map.of("type", "text", "text", text)))));
        var lines = new ArrayList<String>();
        lines.addAll(NodeText.lines(
                Map.of("type", "bullet_list", "content", List.of(item.apply("a"), item.apply("b\u0000c")))));
        lines.addAll(
                NodeText.lines(Map.of("type", "ordered_list", "content", List.of(item.apply("d"), item.apply("e")))));
        lines.addAll(NodeText.lines(paragraph(List.of(
                Map.of("type", "text", "text", "f"),
                Map.of("type", "hard_break"),
                Map.of("type", "text", "text", "g")))));
        assertEquals(List.of("- a", "- bc", "1. d", "2. e", "f", "g"), lines);
    }

    @Test
    void listsInListsDoNotMoveFurtherInThanAnybodyReads() {
        var node = paragraph(List.of(Map.of("type", "text", "text", "x\n".repeat(400_000))));
        for (var depth = 0; depth < 60; depth++) {
            node = Map.of(
                    "type", "bullet_list", "content", List.of(Map.of("type", "list_item", "content", List.of(node))));
        }
        var lines = NodeText.lines(node);
        assertTrue(lines.stream().mapToInt(String::length).max().orElseThrow() < 40, "no line is far in");
        assertTrue(lines.stream().mapToInt(String::length).sum() < 1_100_000, "no more than anybody reads");
    }

    private static Map<String, Object> paragraph(List<Map<String, Object>> content) {
        return Map.of("type", "paragraph", "content", content);
    }

    private static YDoc document() throws MalformedUpdateException {
        var document = YDoc.empty();
        document.apply(Sections.follow(document, BEGINNING));
        return document;
    }
}
