package fr.trame.app.ydoc;

import java.nio.charset.StandardCharsets;

/** Updates made by hand, a field after the other. */
final class Bytes {

    static final int GONE = 0;
    static final int DELETED = 1;
    static final int JSON = 2;
    static final int BINARY = 3;
    static final int TEXT = 4;
    static final int EMBED = 5;
    static final int FORMAT = 6;
    static final int BRANCH = 7;
    static final int ANY = 8;
    static final int GAP = 10;
    static final int AFTER = 0x80;
    static final int BEFORE = 0x40;
    static final int KEYED = 0x20;

    private final WireWriter out = new WireWriter();

    /** An update of one client: so many structs from a clock on. */
    static Bytes of(long client, int clock, int structs) {
        return new Bytes().uint(1).uint(structs).uint(client).uint(clock);
    }

    Bytes uint(long number) {
        out.uint(number);
        return this;
    }

    Bytes info(int info) {
        out.u8(info);
        return this;
    }

    Bytes string(String text) {
        out.string(text);
        return this;
    }

    Bytes raw(int... each) {
        for (var one : each) {
            out.u8(one);
        }
        return this;
    }

    Bytes utf8(String text) {
        out.raw(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Bytes id(long client, int clock) {
        out.id(new Id(client, clock));
        return this;
    }

    /** The first item of a root. */
    Bytes first(int kind, String root) {
        return info(kind).uint(1).string(root);
    }

    /** An item behind a unit. */
    Bytes after(int kind, long client, int clock) {
        return info(kind | AFTER).id(client, clock);
    }

    /** The value of a key of a root. */
    Bytes entry(int kind, String root, String key) {
        return info(kind | KEYED).uint(1).string(root).string(key);
    }

    /** The first item inside the branch that is the content of another. */
    Bytes inside(int kind, long client, int clock) {
        return info(kind).uint(0).id(client, clock);
    }

    Bytes text(String text) {
        return string(text);
    }

    /** Nothing deleted. */
    byte[] end() {
        return uint(0).done();
    }

    byte[] deleting(long client, int clock, int length) {
        return uint(1).uint(client).uint(1).uint(clock).uint(length).done();
    }

    byte[] done() {
        return out.done();
    }
}
