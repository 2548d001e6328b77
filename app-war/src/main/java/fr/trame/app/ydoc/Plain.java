package fr.trame.app.ydoc;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of a branch. Each element that holds words, or could, is a line; an element among words is none. */
final class Plain {

    private static final Set<String> LINE_BREAKS = Set.of("hard_break", "hardBreak", "br");

    private final StringBuilder out = new StringBuilder();
    private boolean begun;

    private Plain() {}

    static String of(@Nullable Branch branch) {
        var plain = new Plain();
        if (branch != null) {
            plain.add(branch, branch.kind == Branch.Kind.ROOT);
        }
        return plain.out.toString();
    }

    private void add(Branch branch, boolean outermost) {
        var parts = Delta.of(branch);
        var amongWords = parts.stream().anyMatch(Plain::isWords);
        var isLine = !outermost && (amongWords || parts.stream().noneMatch(Delta.Inner.class::isInstance));
        if (isLine) {
            if (begun) {
                out.append('\n');
            }
            begun = true;
        }
        for (var part : parts) {
            if (part instanceof Delta.Stretch stretch) {
                out.append(stretch.text());
            } else if (part instanceof Delta.Inner inner) {
                if (amongWords) {
                    addWithin(inner.branch());
                } else {
                    add(inner.branch(), false);
                }
            }
        }
    }

    private void addWithin(Branch branch) {
        if (LINE_BREAKS.contains(branch.name)) {
            out.append('\n');
        }
        for (var part : Delta.of(branch)) {
            if (part instanceof Delta.Stretch stretch) {
                out.append(stretch.text());
            } else if (part instanceof Delta.Inner inner) {
                addWithin(inner.branch());
            }
        }
    }

    private static boolean isWords(Delta.Part part) {
        return part instanceof Delta.Stretch
                || (part instanceof Delta.Inner inner && inner.branch().kind != Branch.Kind.ELEMENT);
    }
}
