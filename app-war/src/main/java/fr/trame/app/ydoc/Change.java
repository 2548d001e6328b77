package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One update on its way into a document: merges and deletes; then it tidies up after itself, or is undone. */
final class Change {

    private final Store store;
    private final Placement placement;
    private final Map<Long, Integer> before = new HashMap<>();
    private final DeleteSet deleted = new DeleteSet();
    private final List<Item> split = new ArrayList<>();
    private final Set<String> roots = new TreeSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    private final boolean taken;

    /** @param taken whether the update was taken before: what was then let by may not be refused now */
    Change(Store store, int steps, boolean taken) {
        this.store = store;
        this.taken = taken;
        placement = new Placement(store, steps);
    }

    boolean isEmpty() {
        return before.isEmpty() && deleted.isEmpty();
    }

    Set<String> roots() {
        return roots;
    }

    /** Puts the document back to what it was. */
    void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    /** Merges a struct; all that it builds on is there. */
    void merge(Struct struct) {
        if (struct instanceof Item item) {
            settle(item);
        }
        var known = store.state(struct.client) - struct.clock;
        if (known >= struct.length) {
            return;
        }
        if (struct instanceof Item item) {
            if (known > 0) {
                dropKnown(item, known);
            }
            if (item.parent instanceof Branch branch) {
                put(item, branch);
            } else {
                append(new Gone(item.client, item.clock, item.length));
            }
        } else {
            append(struct.after(known));
        }
    }

    /** Finds the neighbours an item names and the branch it belongs to, which is none when they are gone. */
    private void settle(Item item) {
        var leftOf = item.origin == null ? null : endingAt(item.origin);
        var rightOf = item.rightOrigin == null ? null : startingAt(item.rightOrigin);
        item.left = leftOf instanceof Item left ? left : null;
        item.right = rightOf instanceof Item right ? right : null;
        if (leftOf instanceof Gone || rightOf instanceof Gone) {
            item.parent = null;
        } else if (item.parent instanceof Parent.Root root) {
            item.parent = root(root.name());
        } else if (item.parent instanceof Id id) {
            item.parent = store.get(id) instanceof Item holder ? holder.inner() : null;
        } else {
            var neighbour = item.left == null ? item.right : item.left;
            if (neighbour != null) {
                item.parent = neighbour.parent;
                item.key = neighbour.key;
            }
        }
    }

    private Branch root(String name) {
        var known = store.findRoot(name);
        if (known != null) {
            return known;
        }
        undo.push(() -> store.removeRoot(name));
        return store.root(name);
    }

    private void dropKnown(Item item, int units) {
        var known = new Id(item.client, item.clock + units - 1);
        var leftOf = endingAt(known);
        item.dropKnown(units, known);
        item.left = leftOf instanceof Item left ? left : null;
        if (item.left == null) {
            if (item.parent instanceof Branch && !taken) {
                // What was forgotten lay in something that is gone, and its rest cannot lie elsewhere: editors fail at
                // it.
                throw new Refused(Reason.IMPOSSIBLE, "The update goes on with what was forgotten elsewhere");
            }
            item.parent = null;
        }
    }

    private void put(Item item, Branch branch) {
        placement.place(item, branch);
        var lastOfKey = item.key == null ? null : branch.last(item.key);
        undo.push(() -> placement.remove(item, branch, lastOfKey));
        if (item.right == null && item.key != null) {
            branch.setLast(item.key, item);
            if (item.left != null) {
                delete(item.left);
            }
        }
        append(item);
        if (item.content instanceof Content.Deleted) {
            deleted.add(item.client, item.clock, item.length);
            item.markDeleted();
        } else if (item.content instanceof Content.Nested nested) {
            nested.branch().hangInto(branch, item);
        }
        roots.add(branch.rootName());
        var holder = branch.item;
        if ((holder != null && holder.deleted()) || (item.key != null && item.right != null)) {
            delete(item);
        }
    }

    private void append(Struct struct) {
        before.computeIfAbsent(struct.client, store::state);
        store.list(struct.client).add(struct);
        undo.push(() -> store.removeLast(struct.client));
    }

    /** The struct that begins with a unit; what is before it is split off. */
    private Struct startingAt(Id id) {
        var list = store.list(id.client());
        var index = list.indexOf(id.clock());
        var struct = list.get(index);
        return struct.clock < id.clock() && struct instanceof Item item
                ? split(list, index, item, id.clock() - item.clock)
                : struct;
    }

    /** The struct that ends with a unit; what is behind it is split off. */
    private Struct endingAt(Id id) {
        var list = store.list(id.client());
        var index = list.indexOf(id.clock());
        var struct = list.get(index);
        if (struct.end() - 1 > id.clock() && struct instanceof Item item) {
            split(list, index, item, id.clock() + 1 - item.clock);
        }
        return struct;
    }

    private Item split(StructList list, int index, Item item, int units) {
        var whole = item.content;
        var right = item.split(units);
        list.insert(index + 1, right);
        split.add(right);
        undo.push(() -> {
            item.unsplit(right, whole);
            list.remove(index + 1);
        });
        return right;
    }

    /**
     * Deletes what is known of a set.
     *
     * @return what is not known yet
     */
    DeleteSet delete(DeleteSet set) {
        var unknown = new DeleteSet();
        set.clients().forEach((client, ranges) -> {
            var state = store.state(client);
            for (var range : ranges) {
                if (range.clock() < state) {
                    delete(store.list(client), range.clock(), range.end());
                }
                var from = Math.max(range.clock(), state);
                if (from < range.end()) {
                    unknown.add(client, from, range.end() - from);
                }
            }
        });
        return unknown;
    }

    private void delete(StructList list, int from, int to) {
        for (var index = list.indexOf(from); index < list.size() && list.get(index).clock < to; index++) {
            if (list.get(index) instanceof Item item && !item.deleted()) {
                if (item.clock < from) {
                    split(list, index, item, from - item.clock);
                    continue;
                }
                if (item.end() > to) {
                    split(list, index, item, to - item.clock);
                }
                delete(item);
            }
        }
    }

    private void delete(Item item) {
        if (item.deleted()) {
            return;
        }
        item.markDeleted();
        undo.push(item::markAlive);
        deleted.add(item.client, item.clock, item.length);
        if (item.branch() != null) {
            roots.add(item.branch().rootName());
        }
        var inner = item.inner();
        if (inner != null) {
            for (var child = inner.first; child != null; child = child.right) {
                deleteWithin(child);
            }
            inner.entries().values().forEach(this::deleteWithin);
        }
    }

    private void deleteWithin(Item child) {
        if (!child.deleted()) {
            delete(child);
        } else if (child.clock < before.getOrDefault(child.client, Integer.MAX_VALUE)) {
            split.add(child);
        }
    }

    /** Forgets what is deleted and joins what has become one. */
    void tidy() {
        new Tidying(store).tidy(deleted.tidy(), before, split);
    }
}
