package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A fragment as the editor's own JSON, the way its binding to the format writes it. */
final class Rich {

    /** Marks that may overlap with others of their name carry a digest behind it. */
    private static final Pattern DIGEST = Pattern.compile("--[A-Za-z0-9+/=]{8}$");

    private Rich() {}

    static Map<String, Object> document(@Nullable Branch root) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "doc");
        document.put("content", nodes(root));
        return document;
    }

    private static List<Object> nodes(@Nullable Branch branch) {
        var nodes = new ArrayList<Object>();
        for (var part : Delta.of(branch)) {
            if (part instanceof Delta.Stretch stretch) {
                nodes.add(text(stretch));
            } else if (part instanceof Delta.Inner inner) {
                if (inner.branch().kind == Branch.Kind.ELEMENT) {
                    nodes.add(element(inner.branch()));
                } else {
                    nodes.addAll(nodes(inner.branch()));
                }
            }
        }
        return nodes;
    }

    static Map<String, Object> element(Branch element) {
        var node = new LinkedHashMap<String, Object>();
        node.put("type", element.name);
        var attributes = Tree.map(element);
        if (!attributes.isEmpty()) {
            node.put("attrs", attributes);
        }
        var content = nodes(element);
        if (!content.isEmpty()) {
            node.put("content", content);
        }
        return node;
    }

    private static Map<String, Object> text(Delta.Stretch stretch) {
        var node = new LinkedHashMap<String, Object>();
        node.put("type", "text");
        node.put("text", stretch.text());
        if (!stretch.marks().isEmpty()) {
            var marks = new ArrayList<Object>();
            stretch.marks().forEach((name, value) -> marks.add(mark(name, value)));
            node.put("marks", marks);
        }
        return node;
    }

    private static Map<String, Object> mark(String name, Object attributes) {
        var mark = new LinkedHashMap<String, Object>();
        mark.put("type", DIGEST.matcher(name).replaceFirst(""));
        if (attributes instanceof Map) {
            mark.put("attrs", attributes);
        }
        return mark;
    }
}
