package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a document says, in a form in which the product's and Yjs's answers can be compared. */
final class View {

    private View() {}

    static @Nullable Object of(YDoc doc) {
        return plain(Map.of(
                "corps", content(doc, "corps"),
                "titre", content(doc, "titre"),
                "fields", doc.map("fields"),
                "liste", doc.list("liste")));
    }

    private static Object content(YDoc doc, String root) {
        return Objects.requireNonNull(doc.prosemirror(root).get("content"));
    }

    /** Numbers as Yjs has them, bytes as a list of them. */
    static @Nullable Object plain(@Nullable Object any) {
        if (any instanceof Number number) {
            return number.doubleValue();
        }
        if (any instanceof byte[] bytes) {
            var list = new ArrayList<Double>();
            for (var each : bytes) {
                list.add((double) (each & 0xFF));
            }
            return Map.of("bytes", list);
        }
        if (any instanceof List<?> list) {
            var plain = new ArrayList<@Nullable Object>();
            list.forEach(each -> plain.add(plain(each)));
            return plain;
        }
        if (any instanceof Map<?, ?> map) {
            var plain = new TreeMap<String, @Nullable Object>();
            map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
            return plain;
        }
        return any;
    }
}
