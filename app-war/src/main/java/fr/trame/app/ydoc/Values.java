package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a list or a map, as they were written, one behind the other: an update full of tiny values must not become
 * many times its size here.
 */
final class Values implements Content {

    static final int JSON = 2;
    static final int ANY = 8;

    private final int kind;
    private final int length;
    private final byte[] written;

    private Values(int kind, int length, byte[] written) {
        this.kind = kind;
        this.length = length;
        this.written = written;
    }

    static Values read(WireReader in, int kind) throws MalformedUpdateException {
        var length = in.count();
        var start = in.position();
        for (var i = 0; i < length; i++) {
            value(in, kind);
        }
        return new Values(kind, length, in.since(start));
    }

    private static @Nullable Object value(WireReader in, int kind) throws MalformedUpdateException {
        return kind == ANY ? Any.read(in, 0) : Json.checkedOrUndefined(in);
    }

    /** The values themselves. */
    List<@Nullable Object> read() {
        try {
            var in = new WireReader(written, YLimits.NONE);
            var values = new ArrayList<@Nullable Object>();
            for (var i = 0; i < length; i++) {
                values.add(value(in, kind));
            }
            return values;
        } catch (MalformedUpdateException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private int startOf(int index) {
        try {
            var in = new WireReader(written, YLimits.NONE);
            for (var i = 0; i < index; i++) {
                value(in, kind);
            }
            return in.position();
        } catch (MalformedUpdateException changed) {
            throw new IllegalStateException(changed);
        }
    }

    @Override
    public int kind() {
        return kind;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int weight() {
        return written.length;
    }

    @Override
    public Halves split(int units) {
        var middle = startOf(units);
        return new Halves(
                new Values(kind, units, Arrays.copyOf(written, middle)),
                new Values(kind, length - units, Arrays.copyOfRange(written, middle, written.length)));
    }

    @Override
    public @Nullable Content join(Content next) {
        if (!(next instanceof Values other) || kind != other.kind) {
            return null;
        }
        var both = Arrays.copyOf(written, written.length + other.written.length);
        System.arraycopy(other.written, 0, both, written.length, other.written.length);
        return new Values(kind, length + other.length, both);
    }

    @Override
    public void write(WireWriter out, int offset) {
        out.uint(length - offset);
        out.raw(offset == 0 ? written : Arrays.copyOfRange(written, startOf(offset), written.length));
    }
}
