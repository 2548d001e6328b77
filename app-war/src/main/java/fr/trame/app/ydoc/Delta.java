package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in a branch from left to right, with the marks that are in force there. */
final class Delta {

    /** One stretch of it. */
    sealed interface Part {}

    /** Letters with the same marks. */
    record Stretch(String text, Map<String, Object> marks) implements Part {}

    /** An element or another branch. */
    record Inner(Branch branch) implements Part {}

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Object> marks = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Delta() {}

    static List<Part> of(@Nullable Branch branch) {
        var delta = new Delta();
        for (var item = branch == null ? null : branch.first; item != null; item = item.right) {
            if (!item.deleted()) {
                delta.add(item.content);
            }
        }
        delta.flush();
        return delta.parts;
    }

    private void add(Content content) {
        if (content instanceof Letters letters) {
            text.append(letters.text());
        } else if (content instanceof Content.Format format) {
            flush();
            var value = Json.known(format.json());
            if (value == null) {
                marks.remove(format.mark());
            } else {
                marks.put(format.mark(), value);
            }
        } else if (content instanceof Content.Nested nested) {
            flush();
            parts.add(new Inner(nested.branch()));
        } else if (content instanceof Content.Embed) {
            flush();
        }
    }

    private void flush() {
        if (!text.isEmpty()) {
            parts.add(new Stretch(text.toString(), new LinkedHashMap<>(marks)));
            text.setLength(0);
        }
    }
}
