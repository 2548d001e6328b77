package fr.trame.app.coedit;

import java.util.List;
import java.util.Map;

/** A node of the editor as lines of plain text: lists keep their marks, the rest of the form is let go. */
final class NodeText {

    private static final String CONTENT = "content";

    private NodeText() {}

    /** @param prefix of the first line; the following ones are as far in */
    static void add(List<String> lines, Map<String, Object> node, String prefix) {
        var type = String.valueOf(node.get("type"));
        var children = children(node);
        if (type.endsWith("_list")) {
            for (var i = 0; i < children.size(); i++) {
                add(lines, children.get(i), prefix + (type.equals("ordered_list") ? i + 1 + ". " : "- "));
            }
        } else if (type.equals("list_item")) {
            var own = prefix;
            for (var child : children) {
                add(lines, child, own);
                own = " ".repeat(prefix.length());
            }
        } else {
            var text = new StringBuilder();
            inline(text, children);
            var own = prefix;
            for (var line : text.toString().split("\n", -1)) {
                lines.add(own + line);
                own = " ".repeat(prefix.length());
            }
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
