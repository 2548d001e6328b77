package fr.trame.app.ydoc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Content at its place: what its writer saw left and right of it never changes, its neighbours do. */
final class Item extends Struct {

    private static final int HAS_ORIGIN = 0x80;
    private static final int HAS_RIGHT_ORIGIN = 0x40;
    private static final int HAS_KEY = 0x20;

    @Nullable
    Id origin;

    @Nullable
    Id rightOrigin;

    @Nullable
    Parent parent;

    @Nullable
    String key;

    Content content;

    @Nullable
    Item left;

    @Nullable
    Item right;

    /** When a search for the place of another item last came by here. */
    long seen;

    private boolean deleted;

    Item(
            Id id,
            @Nullable Id origin,
            @Nullable Id rightOrigin,
            @Nullable Parent parent,
            @Nullable String key,
            Content content) {
        super(id.client(), id.clock(), content.length());
        this.origin = origin;
        this.rightOrigin = rightOrigin;
        this.parent = parent;
        this.key = key;
        this.content = content;
    }

    @Override
    boolean deleted() {
        return deleted;
    }

    void markDeleted() {
        deleted = true;
    }

    void markAlive() {
        deleted = false;
    }

    /** The branch it is in, once it has its place; null while it waits and when its place is gone. */
    @Nullable
    Branch branch() {
        return parent instanceof Branch branch ? branch : null;
    }

    /** The branch that is its content, if it is one. */
    @Nullable
    Branch inner() {
        return content instanceof Content.Nested nested ? nested.branch() : null;
    }

    /** Keeps its first units; the others are an item of their own, right of it. */
    Item split(int units) {
        var halves = content.split(units);
        var rest = new Item(
                new Id(client, clock + units),
                new Id(client, clock + units - 1),
                rightOrigin,
                parent,
                key,
                halves.right());
        content = halves.left();
        length = units;
        rest.deleted = deleted;
        rest.left = this;
        rest.right = right;
        right = rest;
        if (rest.right != null) {
            rest.right.left = rest;
        } else if (key != null && parent instanceof Branch branch) {
            branch.setLast(key, rest);
        }
        return rest;
    }

    /** Takes back what {@link #split} made of it. */
    void unsplit(Item rest, Content whole) {
        content = whole;
        length += rest.length;
        right = rest.right;
        if (right != null) {
            right.left = this;
        } else if (key != null && parent instanceof Branch branch) {
            branch.setLast(key, this);
        }
    }

    /** Forgets its first units, which are known already; what is left of it then is known too. */
    void dropKnown(int units, Id known) {
        content = content.split(units).right();
        clock += units;
        length -= units;
        origin = known;
    }

    /** Takes its right neighbour in, if the two say together what they say apart. */
    boolean merge(Item next) {
        if (right != next
                || client != next.client
                || end() != next.clock
                || deleted != next.deleted
                || next.origin == null
                || !next.origin.is(client, end() - 1)
                || !Objects.equals(rightOrigin, next.rightOrigin)) {
            return false;
        }
        var joined = content.join(next.content);
        if (joined == null) {
            return false;
        }
        content = joined;
        length += next.length;
        right = next.right;
        if (right != null) {
            right.left = this;
        }
        if (next.key != null && next.parent instanceof Branch branch && branch.last(next.key) == next) {
            branch.setLast(next.key, this);
        }
        return true;
    }

    @Override
    Item after(int units) {
        return new Item(
                new Id(client, clock + units),
                units == 0 ? origin : new Id(client, clock + units - 1),
                rightOrigin,
                parent,
                key,
                units == 0 ? content.copy() : content.copy().split(units).right());
    }

    @Override
    int weight() {
        return 24 + content.weight();
    }

    @Override
    void write(WireWriter out, int offset) {
        var before = offset > 0 ? new Id(client, clock + offset - 1) : origin;
        out.u8(content.kind()
                | (before == null ? 0 : HAS_ORIGIN)
                | (rightOrigin == null ? 0 : HAS_RIGHT_ORIGIN)
                | (key == null ? 0 : HAS_KEY));
        if (before != null) {
            out.id(before);
        }
        if (rightOrigin != null) {
            out.id(rightOrigin);
        }
        if (before == null && rightOrigin == null) {
            writePlace(out);
        }
        content.write(out, offset);
    }

    private void writePlace(WireWriter out) {
        var holder = parent instanceof Branch branch ? branch.item : null;
        if (parent instanceof Id id) {
            out.uint(0);
            out.id(id);
        } else if (holder != null) {
            out.uint(0);
            out.id(new Id(holder.client, holder.clock));
        } else {
            out.uint(1);
            out.string(
                    parent instanceof Branch branch
                            ? branch.name
                            : ((Parent.Root) Objects.requireNonNull(parent)).name());
        }
        if (key != null) {
            out.string(key);
        }
    }

    /** Reads what {@link #write} wrote, but for the first byte. */
    static Item read(WireReader in, int info, long client, int clock) throws MalformedUpdateException {
        var origin = (info & HAS_ORIGIN) != 0 ? in.idBefore(client, clock) : null;
        var rightOrigin = (info & HAS_RIGHT_ORIGIN) != 0 ? in.idBefore(client, clock) : null;
        Parent parent = null;
        String key = null;
        if (origin == null && rightOrigin == null) {
            parent = in.uint() == 1 ? new Parent.Root(in.name()) : in.idBefore(client, clock);
            key = (info & HAS_KEY) != 0 ? in.name() : null;
        }
        return new Item(new Id(client, clock), origin, rightOrigin, parent, key, Content.read(in, info & 0x1F));
    }
}
