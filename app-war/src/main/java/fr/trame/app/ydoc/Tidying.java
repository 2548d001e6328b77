package fr.trame.app.ydoc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What follows each change: content that is deleted is forgotten, neighbours that belong together become one. */
final class Tidying {

    private final Store store;

    Tidying(Store store) {
        this.store = store;
    }

    void tidy(DeleteSet deleted, Map<Long, Integer> before, List<Item> split) {
        deleted.clients().forEach((client, ranges) -> {
            for (var i = ranges.size() - 1; i >= 0; i--) {
                forget(store.list(client), ranges.get(i));
            }
        });
        deleted.clients().forEach((client, ranges) -> {
            for (var i = ranges.size() - 1; i >= 0; i--) {
                join(store.list(client), ranges.get(i));
            }
        });
        before.forEach((client, clock) -> {
            var list = store.list(client);
            var first = Math.max(clock == 0 ? 0 : list.indexOf(clock), 1);
            for (var i = list.size() - 1; i >= first; ) {
                i -= 1 + list.mergeLeftwards(i);
            }
        });
        for (var i = split.size() - 1; i >= 0; i--) {
            joinAround(split.get(i));
        }
    }

    private void forget(StructList list, DeleteSet.Range range) {
        for (var i = list.indexOf(range.clock()); i < list.size() && list.get(i).clock < range.end(); i++) {
            if (list.get(i) instanceof Item item && item.deleted()) {
                forget(item);
            }
        }
    }

    private void forget(Item item) {
        var inner = item.inner();
        if (inner != null) {
            for (var child = inner.first; child != null; child = child.right) {
                forgetWithPlace(child);
            }
            for (var last : inner.entries().values()) {
                for (@Nullable Item value = last; value != null; value = value.left) {
                    forgetWithPlace(value);
                }
            }
            inner.clear();
        }
        if (!(item.content instanceof Content.Deleted)) {
            item.content = new Content.Deleted(item.length);
        }
    }

    private void forgetWithPlace(Item item) {
        forget(item);
        var list = store.list(item.client);
        list.set(list.indexOf(item.clock), new Gone(item.client, item.clock, item.length));
    }

    private static void join(StructList list, DeleteSet.Range range) {
        var i = Math.min(list.size() - 1, 1 + list.indexOf(range.end() - 1));
        while (i > 0 && list.get(i).clock >= range.clock()) {
            i -= 1 + list.mergeLeftwards(i);
        }
    }

    private void joinAround(Item item) {
        var list = store.list(item.client);
        var index = list.indexOf(item.clock);
        if (index + 1 < list.size() && list.mergeLeftwards(index + 1) > 1) {
            return;
        }
        if (index > 0) {
            list.mergeLeftwards(index);
        }
    }
}
