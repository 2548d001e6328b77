package fr.trame.app.coedit;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.FicheText;
import fr.trame.app.ydoc.Piece;
import fr.trame.app.ydoc.YDoc;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The sections of a fiche as roots of its document: each holds one of the fiche's texts, a paragraph for each line. */
final class Sections {

    private static final String CONTEXT = "context";
    private static final String OBJECTIVES = "objectives";
    private static final String DESCRIPTION = "description";

    /** Where people may write. */
    static final Set<String> NAMES = Set.of(CONTEXT, OBJECTIVES, DESCRIPTION);

    /** Browsers draw numbers of 32 bits. */
    private static final long CLIENTS = 1L << 32;

    private static final int MOST_CHARS = 1_000_000;

    private Sections() {}

    /** The document with which a fiche begins to be written together. */
    static byte[] seed(FicheContent content) {
        var edit = new Edit(client());
        bySection(FicheText.of(content)).forEach((section, text) -> {
            if (!text.isEmpty()) {
                edit.insert(section, null, null, lines(text));
            }
        });
        return edit.toUpdate();
    }

    /** The texts of the fiche as the document has them now. */
    static FicheText texts(YDoc document) {
        return FicheText.shortened(
                text(document.pieces(CONTEXT)), text(document.pieces(OBJECTIVES)), text(document.pieces(DESCRIPTION)));
    }

    /** The change that brings the document to these texts: what is the same at both ends of a section stays as it is. */
    static byte[] follow(YDoc document, FicheText wanted) {
        var edit = new Edit(client());
        var now = bySection(texts(document));
        bySection(wanted).forEach((section, text) -> {
            if (!text.equals(now.get(section))) {
                replace(edit, section, document.pieces(section), lines(text));
            }
        });
        return edit.toUpdate();
    }

    private static void replace(Edit edit, String section, List<Piece> pieces, List<String> lines) {
        var first = 0;
        var from = 0;
        while (first < pieces.size() && begins(lines.subList(from, lines.size()), linesOf(pieces.get(first)))) {
            from += linesOf(pieces.get(first)).size();
            first++;
        }
        var last = pieces.size();
        var to = lines.size();
        while (last > first && ends(lines.subList(from, to), linesOf(pieces.get(last - 1)))) {
            to -= linesOf(pieces.get(last - 1)).size();
            last--;
        }
        pieces.subList(first, last).forEach(edit::delete);
        edit.insert(
                section,
                first == 0 ? null : pieces.get(first - 1),
                last == pieces.size() ? null : pieces.get(last),
                lines.subList(from, to));
    }

    private static boolean begins(List<String> lines, List<String> piece) {
        return lines.size() >= piece.size() && lines.subList(0, piece.size()).equals(piece);
    }

    private static boolean ends(List<String> lines, List<String> piece) {
        return lines.size() >= piece.size()
                && lines.subList(lines.size() - piece.size(), lines.size()).equals(piece);
    }

    private static long client() {
        return ThreadLocalRandom.current().nextLong(1, CLIENTS);
    }

    private static Map<String, String> bySection(FicheText texts) {
        var sections = new LinkedHashMap<String, String>();
        sections.put(CONTEXT, texts.context());
        sections.put(OBJECTIVES, texts.objectives());
        sections.put(DESCRIPTION, texts.description());
        return sections;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** What goes beyond the most a fiche holds is not put together. */
    private static String text(List<Piece> pieces) {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.size() && text.length() <= MOST_CHARS; i++) {
            linesOf(pieces.get(i)).forEach(line -> text.append(line).append('\n'));
        }
        return text.isEmpty() ? "" : text.substring(0, text.length() - 1);
    }

    private static List<String> linesOf(Piece piece) {
        return NodeText.lines(piece.node());
    }
}
