package fr.trame.app.ydoc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds items: a root, or an element, text, list or map inside another. Items are a chain, a map's one per key. */
final class Branch implements Parent {

    /** What a branch is, with the number by which the format knows it. A root does not say what it is. */
    enum Kind {
        LIST(0),
        MAP(1),
        TEXT(2),
        ELEMENT(3),
        FRAGMENT(4),
        XML_TEXT(6),
        ROOT(-1);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    final Kind kind;

    /** The name of a root or of an element, empty for the others. */
    final String name;

    /** The item whose content this is; a root has none. */
    @Nullable
    Item item;

    @Nullable
    Item first;

    private Branch root = this;
    private int depth;
    private Map<String, Item> lastOfKey = Map.of();

    Branch(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** Hangs this branch into the branch its item is in. */
    void hangInto(Branch outer, Item holder) {
        item = holder;
        root = outer.root;
        depth = outer.depth + 1;
    }

    String rootName() {
        return root.name;
    }

    int depth() {
        return depth;
    }

    /** The current value of each key, or the last that was there. */
    Map<String, Item> entries() {
        return lastOfKey;
    }

    @Nullable
    Item last(String key) {
        return lastOfKey.get(key);
    }

    void setLast(String key, @Nullable Item value) {
        if (value == null) {
            lastOfKey.remove(key);
            return;
        }
        if (lastOfKey.isEmpty()) {
            lastOfKey = new HashMap<>(4);
        }
        lastOfKey.put(key, value);
    }

    void clear() {
        first = null;
        lastOfKey = Map.of();
    }
}
