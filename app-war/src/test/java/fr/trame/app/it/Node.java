package fr.trame.app.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One more process of the application, started by a test as the launcher starts the first, at other addresses. */
final class Node implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path PROCESSES = Path.of("/proc");

    private final int port;
    private final ProcessBuilder start;
    private final File log;
    private Process process;

    private Node(int port, ProcessBuilder start, File log, Process process) {
        this.port = port;
        this.start = start;
        this.log = log;
        this.process = process;
    }

    /** @return whether this system tells what a process was started with */
    static boolean isPossible() {
        return Files.isDirectory(PROCESSES) && Part.APP.process().isPresent();
    }

    /** Ends the stack's own application and puts another one in its place, which is told of other addresses. */
    static Node instead(Map<String, String> addresses) {
        var port = URI.create(Product.url("")).getPort();
        var start = prepared(port, addresses);
        Part.APP.kill();
        return started(port, start);
    }

    /** Starts another one beside the stack's own, for the same people, rows and objects. */
    static Node beside(int port) {
        return started(port, prepared(port, Map.of()));
    }

    private static ProcessBuilder prepared(int port, Map<String, String> addresses) {
        var process = Part.APP.process().orElseThrow(() -> new IllegalStateException("the application does not run"));
        try {
            var folder = Files.createTempDirectory("node");
            var words = new ArrayList<>(told(process.pid(), "cmdline"));
            words.set(words.indexOf("--port") + 1, Integer.toString(port));
            words.replaceAll(word -> word.startsWith("-Djava.io.tmpdir=") ? "-Djava.io.tmpdir=" + folder : word);
            var start = new ProcessBuilder(words).redirectErrorStream(true).directory(folder.toFile());
            start.environment().clear();
            told(process.pid(), "environ").forEach(each -> {
                var sign = each.indexOf('=');
                start.environment().put(each.substring(0, sign), each.substring(sign + 1));
            });
            start.environment().putAll(addresses);
            return start;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> told(long pid, String what) throws IOException {
        var text = Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve(what), StandardCharsets.UTF_8);
        return Arrays.stream(text.split("\0")).filter(word -> !word.isEmpty()).toList();
    }

    private static Node started(int port, ProcessBuilder start) {
        try {
            var log = File.createTempFile("node", ".log");
            var node = new Node(port, start, log, start.redirectOutput(log).start());
            Runtime.getRuntime().addShutdownHook(new Thread(node::kill));
            node.await();
            return node;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same process again, after {@link #kill}. */
    void startAgain() {
        try {
            process =
                    start.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        await();
    }

    /** A start takes half a minute, on a machine with other things to do several. */
    private void await() {
        Product.waitFor("the other node serves", PATIENCE, () -> isReady() ? Optional.of(true) : Optional.empty());
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the node has ended: " + Part.text(log.toPath()));
        }
        try {
            var health = URI.create("http://127.0.0.1:" + port + "/health/ready");
            return Product.send(HttpRequest.newBuilder(health)).status() == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    /** @return how many threads it has */
    long threads() {
        try (Stream<Path> tasks =
                Files.list(PROCESSES.resolve(Long.toString(process.pid())).resolve("task"))) {
            return tasks.count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void kill() {
        try {
            if (!process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the node does not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        if (!log.delete()) {
            log.deleteOnExit();
        }
    }
}
