package fr.trame.infra.stack.process;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.setting.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts processes. Each gets a session of its own, so that Ctrl-C reaches the launcher only, which then stops them in
 * order; and an environment of its own, so that nothing of the person's shell leaks into a server.
 */
public final class Spawner {

    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "USER", "LOGNAME", "TZ");

    private static final long LOOK_MILLIS = 300;

    private final Home home;
    private final Privileges privileges;
    private final boolean ownSession = Files.isExecutable(Path.of("/usr/bin/setsid"));
    private final Set<Process> helpers = ConcurrentHashMap.newKeySet();
    private boolean closed;

    public Spawner(Home home, Privileges privileges) {
        this.home = home;
        this.privileges = privileges;
    }

    public Privileges privileges() {
        return privileges;
    }

    /** Starts a server; its output goes to {@code logs/<name>.log}, the one before is kept beside it. */
    public Process server(String name, Command command) {
        keepPreviousLog(home.log(name));
        return start(name, command);
    }

    /** Runs a program to its end. @throws StackFailure with its last words when it fails */
    public void run(String name, Command command) {
        run(name, command, log -> {});
    }

    /** @param watching called again and again while the program runs, with its log */
    public void run(String name, Command command, Consumer<Path> watching) {
        keepPreviousLog(home.log(name));
        var process = start(name, command);
        helpers.add(process);
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                watching.accept(home.log(name));
            }
            int exit = process.exitValue();
            if (exit != 0) {
                throw new StackFailure("`" + String.join(" ", command.words()) + "` failed with exit code " + exit
                        + LogTail.of(home.log(name)));
            }
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackFailure("Stopped.", stop);
        } finally {
            helpers.remove(process);
        }
    }

    private synchronized Process start(String name, Command command) {
        if (closed) {
            throw new StackFailure("Stopped.");
        }
        var builder =
                new ProcessBuilder(words(command)).directory(command.folder().toFile());
        var log = home.log(name).toFile();
        builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(command.environment());
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new StackFailure("`" + command.words().get(0) + "` cannot be started: " + failure, failure);
        }
    }

    private List<String> words(Command command) {
        var words = new ArrayList<String>();
        if (ownSession) {
            words.add("/usr/bin/setsid");
        }
        if (command.unprivileged()) {
            words.addAll(privileges.prefix());
        }
        words.addAll(command.words());
        return words;
    }

    /** From now on nothing starts any more, and what was only helping to start stops. */
    public synchronized void close() {
        closed = true;
        helpers.forEach(Process::destroy);
    }

    private static void keepPreviousLog(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new StackFailure("The log " + log + " cannot be put aside: " + failure, failure);
        }
    }
}
