package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a list or a map, each as it was written: the bytes of kind 8, or the JSON text of kind 2. */
record Values(@Override int kind, List<byte[]> written) implements Content {

    static List<byte[]> read(WireReader in, int kind) throws MalformedUpdateException {
        var count = in.count();
        var written = new ArrayList<byte[]>(Math.min(count, 8));
        for (var i = 0; i < count; i++) {
            var start = in.position();
            if (kind == 8) {
                Any.read(in, 0);
            } else {
                Json.checkedOrUndefined(in);
            }
            written.add(in.since(start));
        }
        return written;
    }

    @Override
    public int length() {
        return written.size();
    }

    @Override
    public int weight() {
        return written.stream().mapToInt(each -> 20 + each.length).sum();
    }

    @Override
    public Halves split(int units) {
        return new Halves(
                new Values(kind, new ArrayList<>(written.subList(0, units))),
                new Values(kind, new ArrayList<>(written.subList(units, written.size()))));
    }

    @Override
    public @Nullable Content join(Content next) {
        if (next instanceof Values other && kind == other.kind) {
            written.addAll(other.written);
            return this;
        }
        return null;
    }

    @Override
    public Content copy() {
        return new Values(kind, new ArrayList<>(written));
    }

    @Override
    public void write(WireWriter out, int offset) {
        out.uint(written.size() - offset);
        written.listIterator(offset).forEachRemaining(out::raw);
    }
}
