package fr.trame.app.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator's command, with the operator's keys, as somebody would call it beside the running stack. */
final class Operator {

    private static final long PATIENCE_MINUTES = 3;

    private Operator() {}

    static void run(String... words) {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                String.valueOf(System.getProperty("stack.jar")),
                "fr.trame.admin.cli.TrameAdmin"));
        command.addAll(List.of(words));
        try {
            var log = File.createTempFile("operator", ".log");
            log.deleteOnExit();
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            var home = Part.home().orElseThrow(() -> new IllegalStateException("the stack is not ours"));
            Part.properties(home.resolve("app.env"))
                    .forEach((name, value) -> builder.environment().put((String) name, (String) value));
            var process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError(command + " failed: " + Part.text(log.toPath()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
