package fr.trame.app.webdav.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that is asked for.
 *
 * @param size of the whole
 */
record Range(long first, long length, long size) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** @return the part, the whole when none or several are asked for, null when it lies outside of the file */
    static @Nullable Range of(Call call, String etag, long size) {
        var condition = call.header("If-Range");
        return !condition.isEmpty() && !condition.equals(etag)
                ? new Range(0, size, size)
                : of(call.header("Range"), size);
    }

    static @Nullable Range of(String header, long size) {
        var asked = ONE.matcher(header.replace(" ", ""));
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return new Range(0, size, size);
        }
        if (asked.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(asked.group(2)));
            return last == 0 ? null : new Range(size - last, last, size);
        }
        var first = Long.parseLong(asked.group(1));
        var end = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        return first >= size || end < first ? null : new Range(first, end - first + 1, size);
    }

    boolean isPart() {
        return length < size;
    }

    String header() {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
