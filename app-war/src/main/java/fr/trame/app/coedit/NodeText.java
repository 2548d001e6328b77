package fr.trame.app.coedit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node of the editor as lines of plain text: lists keep their marks, the rest of the form is let go. A text ends where it
 * is longer than anybody reads, and is moved in so far at most: whoever nests lists must not make a gigabyte of a megabyte.
 */
final class NodeText {

    private static final String CONTENT = "content";
    private static final int MOST_CHARS = 1_000_000;
    private static final int FURTHEST_IN = 24;

    private final List<String> lines = new ArrayList<>();
    private int left = MOST_CHARS;

    private NodeText() {}

    static List<String> lines(Map<String, Object> node) {
        var text = new NodeText();
        text.add(node, "");
        return text.lines;
    }

    /** @param prefix of the first line; the following ones are as far in */
    private void add(Map<String, Object> node, String prefix) {
        if (left <= 0) {
            return;
        }
        var type = String.valueOf(node.get("type"));
        var children = children(node);
        if (type.endsWith("_list")) {
            for (var i = 0; i < children.size(); i++) {
                add(children.get(i), in(prefix, type.equals("ordered_list") ? i + 1 + ". " : "- "));
            }
        } else if (type.equals("list_item")) {
            var own = prefix;
            for (var child : children) {
                add(child, own);
                own = " ".repeat(prefix.length());
            }
        } else {
            var text = new StringBuilder();
            inline(text, children);
            var own = prefix;
            for (var line : text.toString().split("\n", -1)) {
                add(own + line);
                own = " ".repeat(prefix.length());
            }
        }
    }

    private static String in(String prefix, String mark) {
        return prefix.length() + mark.length() > FURTHEST_IN ? prefix : prefix + mark;
    }

    private void add(String line) {
        if (left > 0) {
            lines.add(line);
            left -= line.length() + 1;
        }
    }

    private static void inline(StringBuilder text, List<Map<String, Object>> nodes) {
        for (var node : nodes) {
            var type = node.get("type");
            if ("text".equals(type)) {
                // The database takes every character but this one.
                text.append(String.valueOf(node.get("text")).replace("\u0000", ""));
            } else if ("hard_break".equals(type)) {
                text.append('\n');
            } else {
                inline(text, children(node));
            }
        }
    }

    @SuppressWarnings("unchecked") // what the document is read as
    private static List<Map<String, Object>> children(Map<String, Object> node) {
        return node.get(CONTENT) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
