package fr.trame.app.ydoc;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A branch as XML that any parser reads, whatever people wrote: marks are elements around their words. */
final class Xml {

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final Pattern NO_FIRST = Pattern.compile("^(?![A-Za-z_])");

    private final StringBuilder out = new StringBuilder();

    private Xml() {}

    static String of(@Nullable Branch branch) {
        var xml = new Xml();
        if (branch != null) {
            xml.branch(branch);
        }
        return xml.out.toString();
    }

    private void branch(Branch branch) {
        var isElement = branch.kind == Branch.Kind.ELEMENT;
        if (isElement) {
            open(branch.name, Tree.map(branch));
        }
        for (var part : Delta.of(branch)) {
            if (part instanceof Delta.Stretch stretch) {
                stretch(stretch);
            } else if (part instanceof Delta.Inner inner) {
                branch(inner.branch());
            }
        }
        if (isElement) {
            close(branch.name);
        }
    }

    private void stretch(Delta.Stretch stretch) {
        var marks = new TreeMap<>(stretch.marks());
        marks.forEach((name, value) -> open(name, value instanceof Map<?, ?> map ? map : Map.of()));
        text(stretch.text());
        marks.descendingKeySet().forEach(this::close);
    }

    private void open(String name, Map<?, ?> attributes) {
        out.append('<').append(name(name));
        var inOrder = new TreeMap<String, String>();
        attributes.forEach((key, value) -> inOrder.put(name(String.valueOf(key)), String.valueOf(value)));
        inOrder.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            text(value);
            out.append('"');
        });
        out.append('>');
    }

    private void close(String name) {
        out.append("</").append(name(name)).append('>');
    }

    private static String name(String name) {
        return NO_FIRST.matcher(NOT_IN_NAMES.matcher(name).replaceAll("_")).replaceFirst("_");
    }

    private void text(String text) {
        text.codePoints().forEach(each -> {
            switch (each) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(each) ? each : Content.REPLACEMENT);
            }
        });
    }

    private static boolean isAllowed(int point) {
        if (point < ' ') {
            return point == '\t' || point == '\n' || point == '\r';
        }
        return (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                && point != 0xFFFE
                && point != 0xFFFF;
    }
}
