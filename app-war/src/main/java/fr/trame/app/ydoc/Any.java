package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value: null (which undefined is too), Boolean, Long, Double, String, byte[], a List or a Map of them.
 */
final class Any {

    private static final int MARK = 127;

    private Any() {}

    static @Nullable Object read(WireReader in, int depth) throws MalformedUpdateException {
        if (depth > in.limits().depth()) {
            throw new MalformedUpdateException(Reason.TOO_DEEP, "The update has values too deep inside one another");
        }
        var kind = MARK - in.u8();
        return switch (kind) {
            case 0, 1 -> null;
            case 2 -> in.sint();
            case 3 -> (double) Float.intBitsToFloat((int) fixed(in, 4));
            case 4 -> Double.longBitsToDouble(fixed(in, 8));
            case 5 -> fixed(in, 8);
            case 6 -> false;
            case 7 -> true;
            case 8 -> in.string();
            case 9 -> map(in, depth + 1);
            case 10 -> list(in, depth + 1);
            case 11 -> in.blob();
            default -> throw in.unreadable("has a value of kind " + kind);
        };
    }

    private static Object map(WireReader in, int depth) throws MalformedUpdateException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var left = in.uint(); left > 0; left--) {
            map.put(in.name(), read(in, depth));
        }
        return map;
    }

    private static Object list(WireReader in, int depth) throws MalformedUpdateException {
        var list = new ArrayList<@Nullable Object>();
        for (var left = in.uint(); left > 0; left--) {
            list.add(read(in, depth));
        }
        return list;
    }

    private static long fixed(WireReader in, int bytes) throws MalformedUpdateException {
        var bits = 0L;
        for (var i = 0; i < bytes; i++) {
            bits = bits << 8 | in.u8();
        }
        return bits;
    }
}
