package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An update, read to its last byte, not looked at in the light of any document yet. */
record Update(NavigableMap<Long, List<Struct>> structs, DeleteSet deletes) {

    static Update read(byte[] bytes, YLimits limits) throws MalformedUpdateException {
        var in = new WireReader(bytes, limits);
        var structs = new TreeMap<Long, List<Struct>>();
        for (var left = in.uint(); left > 0; left--) {
            var count = in.uint();
            var client = in.uint();
            var run = run(in, client, count);
            if (!run.isEmpty() && structs.put(client, run) != null) {
                throw new MalformedUpdateException(Reason.IMPOSSIBLE, "The update names a client twice");
            }
        }
        var deletes = DeleteSet.read(in);
        if (!in.atEnd()) {
            throw in.unreadable("goes on after its end");
        }
        return new Update(structs, deletes);
    }

    private static List<Struct> run(WireReader in, long client, long count) throws MalformedUpdateException {
        var clock = in.count();
        var run = new ArrayList<Struct>((int) Math.min(count, 16));
        for (var left = count; left > 0; left--) {
            var info = in.u8();
            var kind = info & 0x1F;
            if (kind == Struct.IS_GAP) {
                var length = in.count();
                if (length > 0) {
                    WireReader.checkLength(clock, length);
                    run.add(new Gap(client, clock, length));
                    clock += length;
                }
                continue;
            }
            var struct = kind == Struct.IS_GONE
                    ? new Gone(client, clock, in.lengthFrom(clock))
                    : Item.read(in, info, client, clock);
            WireReader.checkLength(clock, struct.length);
            run.add(struct);
            clock = struct.end();
        }
        return run;
    }

    int count() {
        return structs.values().stream().mapToInt(List::size).sum();
    }

    boolean isEmpty() {
        return structs.isEmpty() && deletes.isEmpty();
    }
}
