package fr.trame.infra.painter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A place in which a program works on a hostile document: little memory, time and disk, no network where the system can
 * take it away, last in the queue for the processor. With its time everything it started ends, also when this server was
 * killed before.
 */
final class Cell {

    /** The program's words follow the limits. Sizes of files count in blocks of 512 bytes. */
    private static final String LIMITS = "ulimit -v %d; ulimit -t %d; ulimit -f %d; ulimit -c 0; exec \"$@\"";

    private static final List<String> SEALED =
            List.of("unshare", "--user", "--map-root-user", "--net", "--pid", "--fork", "--kill-child=KILL");
    private static final int BLOCK = 512;

    /** As {@code timeout} says it, killed, out of processor time. */
    private static final Set<Integer> LATE = Set.of(124, 137, 152);

    private static final long GRACE_SECONDS = 3;
    private static final long MEMORY_KILOBYTES = 3_000_000;

    private final List<String> seal;
    private final long largest;

    private Cell(List<String> seal, long largest) {
        this.seal = seal;
        this.largest = largest;
    }

    /** @param largest file, in bytes, that a program may write */
    static Cell make(long largest) {
        return new Cell(works(SEALED) ? SEALED : List.of(), largest);
    }

    /** @return whether programs are kept from the network */
    boolean isSealed() {
        return !seal.isEmpty();
    }

    /**
     * Runs a program to its end.
     *
     * @param folder where it works and may write
     * @throws NotPainted TOO_SLOW when its time was over. How it ended else is not asked: what it made is looked at
     */
    void run(Path folder, Duration time, List<String> words) throws IOException, InterruptedException, NotPainted {
        var process = new ProcessBuilder(command(time, words)).directory(folder.toFile());
        var environment = process.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "HOME", folder.toString(), "TMPDIR", folder.toString()));
        environment.put("LC_ALL", "C.UTF-8");
        var running = process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .start();
        try {
            if (!running.waitFor(time.toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS)) {
                throw new NotPainted(NotPainted.Reason.TOO_SLOW);
            }
        } finally {
            end(running);
        }
        if (LATE.contains(running.exitValue())) {
            throw new NotPainted(NotPainted.Reason.TOO_SLOW);
        }
    }

    private List<String> command(Duration time, List<String> words) {
        var seconds = time.toSeconds();
        var command = new ArrayList<>(
                List.of("sh", "-c", LIMITS.formatted(MEMORY_KILOBYTES, seconds, largest / BLOCK), "cell"));
        command.addAll(List.of("timeout", "-k", "1", Long.toString(seconds), "nice", "-n", "10"));
        command.addAll(seal);
        command.addAll(words);
        return command;
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static boolean works(List<String> prefix) {
        var words = new ArrayList<>(prefix);
        words.add("true");
        try {
            return Files.exists(Path.of("/proc/self/ns/net"))
                    && new ProcessBuilder(words)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
