package fr.trame.app.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The launcher of the running stack, as an operator would call it. */
final class Stack {

    private static final long PATIENCE_MINUTES = 10;

    private Stack() {}

    /** Starts what does not run, and returns when the product serves again. */
    static void up() {
        launcher("up", "--detach", "--port-offset", property("stack.port.offset"));
        Product.waitUntil("the application is ready", Product::isReady);
    }

    /** Stops one part in good order. */
    static void down(Part part) {
        launcher("down", part.id());
    }

    private static void launcher(String... words) {
        var command = Stream.of(
                        Stream.of(System.getProperty("java.home") + "/bin/java", "-jar", property("stack.jar")),
                        Stream.of(words),
                        Stream.of("--home", property("stack.home")))
                .flatMap(each -> each)
                .toList();
        try {
            run(command);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var log = File.createTempFile("launcher", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(command + " failed: " + Part.text(log.toPath()));
        }
        if (!log.delete()) {
            log.deleteOnExit();
        }
    }

    private static String property(String name) {
        var value = System.getProperty(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException(
                    name + " is not set: these tests stop and start parts of the stack that `mvn verify` runs");
        }
        return value;
    }
}
