package fr.trame.infra.stack.setting;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The folder of one stack: data, secrets, logs and what runs. Everything in it can be made again. */
public final class Home {

    private static final String MARK = ".trame-home";

    private final Path root;

    public Home(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Makes the folders. @throws StackFailure when the folder is not ours to write */
    public void create() {
        try {
            Files.createDirectories(root);
            for (var name : new String[] {"run", "logs", "data", "conf", "tmp"}) {
                Files.createDirectories(root.resolve(name));
            }
            if (!Files.exists(root.resolve(MARK))) {
                Files.writeString(root.resolve(MARK), "Made by infra/up; infra/reset deletes this folder.\n");
            }
        } catch (IOException failure) {
            throw new StackFailure(
                    "The folder " + root + " cannot be written: " + failure
                            + ". It may belong to another user; give another one with --home or TRAME_HOME.",
                    failure);
        }
    }

    public Path root() {
        return root;
    }

    /** Survives restarts. */
    public Path data(Part part) {
        return root.resolve("data").resolve(part.id());
    }

    /** Written again at each start. */
    public Path conf(Part part) {
        return root.resolve("conf").resolve(part.id());
    }

    public Path tmp(Part part) {
        return root.resolve("tmp").resolve(part.id());
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path appEnv() {
        return root.resolve("app.env");
    }

    /** Whether a launcher made this folder: nothing else is ever deleted. */
    public boolean isOurs() {
        return Files.isRegularFile(root.resolve(MARK));
    }

    public void delete() {
        if (isOurs()) {
            deleteTree(root);
        }
    }

    /** Removes a folder and what is in it; links are removed, not followed. */
    public static void deleteTree(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
