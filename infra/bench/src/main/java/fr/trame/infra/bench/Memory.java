package fr.trame.infra.bench;

import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The resident memory of each part, in MiB: of its process and the processes it started. */
final class Memory {

    private static final double KIB_IN_MIB = 1024;

    private Memory() {}

    static Map<Part, Double> of(Home home) {
        var memory = new EnumMap<Part, Double>(Part.class);
        for (var part : Part.values()) {
            ProcessRecord.running(home, part).ifPresent(record -> memory.put(part, tree(record.pid())));
        }
        return memory;
    }

    private static double tree(long pid) {
        var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid))
                .mapToDouble(Memory::resident)
                .sum();
    }

    /** What several processes share counts once, divided among them; where only the plain size is told, that. */
    private static double resident(long pid) {
        var folder = Path.of("/proc", Long.toString(pid));
        var shared = line(folder.resolve("smaps_rollup"), "Pss:");
        return (shared > 0 ? shared : line(folder.resolve("status"), "VmRSS:")) / KIB_IN_MIB;
    }

    /** @return the number of that line; 0 when the file is not ours to read or the process is gone */
    static double line(Path file, String name) {
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(name)) {
                    return Double.parseDouble(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException unreadable) {
            return 0;
        }
        return 0;
    }
}
