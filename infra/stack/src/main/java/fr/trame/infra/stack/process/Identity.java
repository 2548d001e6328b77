package fr.trame.infra.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells a process from a later one that got the same number: by when it started, in which boot of the machine. */
public final class Identity {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int STATE = 0;
    private static final int START_TICKS = 19;

    private Identity() {}

    /** The mark of the process that runs under this number now; empty when none runs (a zombie does not). */
    public static Optional<String> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return mark(stat, boot);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The name in the second column may hold blanks and brackets, so the columns are counted after the last one. */
    static Optional<String> mark(String stat, String boot) {
        var columns = BLANKS.splitAsStream(
                        stat.substring(stat.lastIndexOf(')') + 1).strip())
                .toList();
        if (columns.size() <= START_TICKS || columns.get(STATE).equals("Z")) {
            return Optional.empty();
        }
        return Optional.of(boot + ":" + columns.get(START_TICKS));
    }
}
