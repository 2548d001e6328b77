package fr.trame.app.search.elasticsearch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with marks in it that no text can hold: two characters of the private use area, taken out of everything that
 * enters the index or a question. What comes back is cut at them, so the page escapes the pieces and nothing else.
 */
final class MarkedText {

    static final String START = "\uE000";
    static final String END = "\uE001";

    private MarkedText() {}

    /** @return the first of some ways to cut a text that has a mark, the first of all when none has */
    static List<String> marked(List<List<String>> ways) {
        return ways.stream()
                .filter(way -> way.stream().anyMatch(piece -> piece.contains(START)))
                .findFirst()
                .orElse(ways.get(0));
    }

    /** @return plain, marked, plain, … : odd places are marks; nothing at all when there is no text */
    static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int start = text.indexOf(START); start >= 0; start = text.indexOf(START, from)) {
            int end = text.indexOf(END, start);
            if (end < 0) {
                break;
            }
            pieces.add(text.substring(from, start));
            pieces.add(text.substring(start + 1, end));
            from = end + 1;
        }
        if (from < text.length()) {
            pieces.add(text.substring(from));
        }
        return List.copyOf(pieces);
    }

    /**
     * Without marks and control characters, accents composed: a file from a Macintosh writes them apart, and the
     * analysis folds composed ones only.
     */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean unwanted = next == START.charAt(0) || next == END.charAt(0) || Character.isISOControl(next);
            clean.append(unwanted && next != '\n' ? ' ' : next);
        }
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }
}
