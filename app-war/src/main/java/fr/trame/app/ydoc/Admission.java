package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks where the structs of an update would go, before anything is changed: how deep, and into which roots. */
final class Admission {

    private record Place(String root, int depth) {}

    private final Store store;
    private final Map<Long, List<Struct>> update;
    private final int deepest;
    private final @Nullable Set<String> allowed;
    private final Map<Struct, Place> places = new HashMap<>();

    /** @param allowed the roots the update may touch, null when that is no question */
    Admission(Store store, Map<Long, List<Struct>> update, int deepest, @Nullable Set<String> allowed) {
        this.store = store;
        this.update = update;
        this.deepest = deepest;
        this.allowed = allowed;
    }

    /** Refuses structs, in the order in which they would be merged. */
    void check(List<Struct> ready) throws MalformedUpdateException {
        for (var struct : ready) {
            var place = struct instanceof Item item ? place(item) : null;
            if (place != null) {
                checkRoot(place.root());
                if (place.depth() > deepest) {
                    throw new MalformedUpdateException(Reason.TOO_DEEP, "The update goes deeper than " + deepest);
                }
                places.put(struct, place);
            }
        }
    }

    /** Refuses names of roots in structs that cannot be merged yet; where else those will go nobody knows. */
    void checkNames() throws MalformedUpdateException {
        for (var run : update.values()) {
            for (var struct : run) {
                if (struct instanceof Item item && item.parent instanceof Parent.Root root) {
                    checkRoot(root.name());
                }
            }
        }
    }

    void check(DeleteSet deletes) throws MalformedUpdateException {
        if (allowed == null) {
            return;
        }
        for (var client : deletes.clients().entrySet()) {
            var list = store.find(client.getKey());
            for (var range : client.getValue()) {
                if (list == null || range.clock() >= list.state()) {
                    continue;
                }
                for (var i = list.indexOf(range.clock()); i < list.size() && list.get(i).clock < range.end(); i++) {
                    if (list.get(i) instanceof Item item && !item.deleted() && item.branch() != null) {
                        checkRoot(item.branch().rootName());
                    }
                }
            }
        }
    }

    private void checkRoot(String name) throws MalformedUpdateException {
        if (allowed != null && !allowed.contains(name)) {
            throw new MalformedUpdateException(Reason.FOREIGN_ROOT, "The update writes into \"" + name + "\"");
        }
    }

    private @Nullable Place place(Item item) {
        if (item.parent instanceof Parent.Root root) {
            return new Place(root.name(), 0);
        }
        if (item.parent instanceof Id holder) {
            var struct = struct(holder);
            var outer = struct == null ? null : placeOf(struct);
            return outer == null || !(struct instanceof Item nested) || nested.inner() == null
                    ? null
                    : new Place(outer.root(), outer.depth() + 1);
        }
        var neighbour = item.origin == null ? item.rightOrigin : item.origin;
        var struct = neighbour == null ? null : struct(neighbour);
        return struct == null ? null : placeOf(struct);
    }

    private @Nullable Place placeOf(Struct struct) {
        var branch = struct instanceof Item item ? item.branch() : null;
        return branch == null ? places.get(struct) : new Place(branch.rootName(), branch.depth());
    }

    private @Nullable Struct struct(Id id) {
        if (id.clock() < store.state(id.client())) {
            return store.get(id);
        }
        var run = update.getOrDefault(id.client(), List.of());
        var low = 0;
        var high = run.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (run.get(middle).clock <= id.clock()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return run.isEmpty() ? null : run.get(low);
    }
}
