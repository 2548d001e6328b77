package fr.trame.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the running stack, to be stopped the hard way. The launcher writes its number to a file. */
enum Part {
    ANTIVIRUS,
    APP,
    ELASTICSEARCH,
    EXTRACTOR,
    KEYCLOAK,
    PAINTER,
    POSTGRES,
    RECOGNISER,
    STORE;

    /** @return the folder of the stack the build started, empty when the tests run against another product */
    static Optional<Path> home() {
        return Optional.ofNullable(System.getProperty("stack.home"))
                .map(Path::of)
                .filter(Files::isDirectory);
    }

    /** @return the launcher's word for it */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the process, empty when it does not run or is not ours */
    Optional<ProcessHandle> process() {
        return home().map(folder -> folder.resolve("run").resolve(id() + ".pid"))
                .filter(Files::isRegularFile)
                .map(file -> Long.parseLong(properties(file).getProperty("pid", "0")))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive);
    }

    /** @return the command line, empty when the process is not ours */
    String commandLine() {
        return process()
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .map(Part::text)
                .map(line -> line.replace('\0', ' '))
                .orElse("");
    }

    /** Ends the process and those it started without a warning, as a power cut does. */
    void kill() {
        signal("-KILL");
        Product.waitUntil(this + " is gone", () -> process().isEmpty());
    }

    /** Stops the process in its tracks: it keeps its connections and answers nothing. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        var main = process().orElseThrow(() -> new IllegalStateException(this + " does not run"));
        Stream.concat(Stream.of(main), main.descendants()).forEach(each -> run(signal, each.pid()));
    }

    private static void run(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return what a program says, at once and on both streams */
    static String output(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}
