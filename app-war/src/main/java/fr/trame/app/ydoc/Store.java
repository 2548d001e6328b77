package fr.trame.app.ydoc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a document is made of: what each client wrote, and the roots it hangs from. */
final class Store {

    private final Map<Long, StructList> clients = new HashMap<>();
    private final Map<String, Branch> roots = new TreeMap<>();
    private long now;

    /** The time of the searches for places, which goes on with each item they come by. */
    long now() {
        return now;
    }

    long tick() {
        return ++now;
    }

    int state(long client) {
        var list = clients.get(client);
        return list == null ? 0 : list.state();
    }

    @Nullable
    StructList find(long client) {
        return clients.get(client);
    }

    StructList list(long client) {
        return clients.computeIfAbsent(client, any -> new StructList());
    }

    /** The struct that has a unit, which must be known. */
    Struct get(Id id) {
        var list = list(id.client());
        return list.get(list.indexOf(id.clock()));
    }

    /** The clients in the order of the format: the greatest first. */
    List<Long> clients() {
        return clients.keySet().stream().sorted((a, b) -> Long.compare(b, a)).toList();
    }

    /** Takes the last struct of a client away. */
    void removeLast(long client) {
        var list = list(client);
        list.remove(list.size() - 1);
        if (list.size() == 0) {
            clients.remove(client);
        }
    }

    void removeRoot(String name) {
        roots.remove(name);
    }

    Branch root(String name) {
        return roots.computeIfAbsent(name, each -> new Branch(Branch.Kind.ROOT, each));
    }

    @Nullable
    Branch findRoot(String name) {
        return roots.get(name);
    }

    Collection<Branch> roots() {
        return roots.values();
    }

    int structs() {
        var structs = 0;
        for (var list : clients.values()) {
            structs += list.size();
        }
        return structs;
    }
}
