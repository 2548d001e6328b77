package fr.trame.infra.stack.artifact;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all stacks of a machine share and none changes: fetched files, unpacked programs. */
public final class Cache {

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    private static final String WHOLE = ".whole";

    private final Path root;
    private final Map<String, Object> monitors = new ConcurrentHashMap<>();

    /** @throws StackFailure when the folder cannot be written */
    public Cache(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            for (var name : new String[] {"files", "trees", "locks", "bin"}) {
                Files.createDirectories(this.root.resolve(name));
            }
        } catch (IOException failure) {
            throw new StackFailure(
                    "The cache " + root + " cannot be written: " + failure + ". Give another folder with TRAME_CACHE.",
                    failure);
        }
    }

    public Path root() {
        return root;
    }

    Path files() {
        return root.resolve("files");
    }

    /** Where built programs are kept. */
    public Path bin() {
        return root.resolve("bin");
    }

    /**
     * A folder made once. Made in place, because programs write down where they were built; a mark says that it is
     * whole, so that an interrupted making starts again.
     */
    public Path tree(String key, Filling filling) {
        var folder = root.resolve("trees").resolve(key);
        return locked(key, () -> {
            if (!Files.exists(folder.resolve(WHOLE))) {
                delete(folder);
                Files.createDirectories(folder);
                filling.into(folder);
                Files.createFile(folder.resolve(WHOLE));
            }
            return folder;
        });
    }

    /** Whether this folder was made already. */
    public boolean has(String key) {
        return Files.exists(root.resolve("trees").resolve(key).resolve(WHOLE));
    }

    /** Does something that only one launcher of the machine may do at a time. */
    <T> T locked(String key, Work<T> work) {
        synchronized (monitors.computeIfAbsent(key, k -> new Object())) {
            var lock = root.resolve("locks").resolve(key);
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                assert held.isValid();
                return work.run();
            } catch (IOException failure) {
                throw new StackFailure("The cache " + root + " could not take " + key + ": " + failure, failure);
            }
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
