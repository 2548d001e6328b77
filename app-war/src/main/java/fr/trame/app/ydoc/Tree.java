package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Maps and lists as plain values: null, Boolean, Long, Double, String, byte[], List and Map. */
final class Tree {

    private Tree() {}

    static Map<String, @Nullable Object> map(@Nullable Branch branch) {
        var map = new TreeMap<String, @Nullable Object>();
        if (branch != null) {
            branch.entries().forEach((key, item) -> {
                if (!item.deleted()) {
                    var values = values(item.content);
                    map.put(key, values.get(values.size() - 1));
                }
            });
        }
        return map;
    }

    static List<@Nullable Object> list(@Nullable Branch branch) {
        var list = new ArrayList<@Nullable Object>();
        for (var item = branch == null ? null : branch.first; item != null; item = item.right) {
            if (!item.deleted() && !(item.content instanceof Content.Format)) {
                list.addAll(values(item.content));
            }
        }
        return list;
    }

    private static List<@Nullable Object> values(Content content) {
        var values = new ArrayList<@Nullable Object>();
        if (content instanceof Values written) {
            values.addAll(written.read());
        } else if (content instanceof Content.Nested nested) {
            values.add(branch(nested.branch()));
        } else if (content instanceof Letters letters) {
            letters.text().chars().forEach(each -> values.add(Character.toString(each)));
        } else if (content instanceof Content.Binary binary) {
            values.add(binary.bytes());
        } else if (content instanceof Content.Embed embed) {
            values.add(Json.known(embed.json()));
        } else if (content instanceof Content.Format format) {
            values.add(Json.known(format.json()));
        } else {
            values.add(null);
        }
        return values;
    }

    private static Object branch(Branch branch) {
        return switch (branch.kind) {
            case LIST -> list(branch);
            case MAP -> map(branch);
            case TEXT, XML_TEXT -> Plain.of(branch);
            case ELEMENT, FRAGMENT, ROOT -> Xml.of(branch);
        };
    }
}
