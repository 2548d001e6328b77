package fr.trame.infra.stack;

import fr.trame.infra.stack.console.Board;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.setting.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts what does not run yet, and stays until Ctrl-C unless it was told to leave. */
@Command(name = "up", description = "Starts the stack.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private UpOptions options = new UpOptions();

    @Mixin
    private HomeOption where = new HomeOption();

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Override
    public Integer call() throws IOException {
        var began = Instant.now();
        var home = where.home();
        home.create();
        keepOutputOfOthers(home);
        try (var channel = FileChannel.open(
                        home.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            requireAlone(lock, home);
            var plan = Plan.make(options, home);
            Preflight.check(plan);
            return up(plan, began);
        }
    }

    /** Output is the board's alone: what the operator's commands and libraries print goes to their log. */
    private static void keepOutputOfOthers(Home home) throws IOException {
        var log = Files.newOutputStream(home.log(Launcher.OPERATOR_LOG));
        var others = new PrintStream(log, true, StandardCharsets.UTF_8);
        System.setOut(others);
        System.setErr(others);
    }

    private static void requireAlone(@Nullable FileLock lock, Home home) {
        if (lock == null) {
            throw new StackFailure("Another infra/up is busy with " + home.root() + ". Wait for it, or see "
                    + "infra/status; a second stack beside it needs --home and --port-offset.");
        }
    }

    private int up(Plan plan, Instant began) {
        var board = new Board(out, Terminal.isThere(), Terminal.width());
        var stack = new Stack(plan, board);
        var onInterrupt = new Thread(() -> stop(stack, board), "stop");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            stack.start();
        } catch (StackFailure failure) {
            if (stopped.get()) {
                throw new StackFailure("Interrupted while starting; what was started is stopped again.", failure);
            }
            stop(stack, board);
            throw failure;
        }
        board.close();
        out.print(Summary.of(plan, Duration.between(began, Instant.now()), options.detach));
        out.flush();
        if (options.detach) {
            stopped.set(true);
        } else {
            new Watch(plan.home(), stack.starter(), board).untilAllAreGone();
        }
        return 0;
    }

    /** Once: Ctrl-C may come while a failure already stops everything. */
    private void stop(Stack stack, Board board) {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        board.close();
        stack.starter()
                .stop((record, inOrder) -> board.print(
                        "  " + record.part().title() + (inOrder ? " stopped" : " did not stop when asked: killed")));
    }
}
