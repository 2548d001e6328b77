package fr.trame.infra.bench;

import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.infra.stack.console.StackFailure;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The door. Exit code 0: measured, whatever came out. 1: not measured, the sentence says why. */
@Command(
        name = "infra/bench/run",
        description = "Measures the product against what it is built on and prints one table. Without --home it starts "
                + "a stack of its own and stops it afterwards.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Measure the stack that runs there; data is added to it.")
    private @Nullable Path home;

    @Option(
            names = "--own-home",
            paramLabel = "DIR",
            description = "Folder of the own stack. Default: ${DEFAULT-VALUE}")
    private Path ownHome = Path.of("infra/bench/target/stack");

    @Option(names = "--port-offset", paramLabel = "N", description = "Of the own stack. Default: ${DEFAULT-VALUE}")
    private int portOffset = 20_000;

    @Option(names = "--with", paramLabel = "minio", description = "Passed on to the own stack's infra/up.")
    private @Nullable String with;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "uploads, freshness, sustained, scans, fiches, rebuild, search, memory.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--small", description = "A few minutes, to see that everything runs; the figures say nothing.")
    private boolean small;

    @Option(names = "--figures", paramLabel = "FILE", description = "Markdown. Default: ${DEFAULT-VALUE}")
    private Path figures = Path.of("infra/bench/target/figures.md");

    @Option(names = "--publish", description = "Write the figures into docs/performance.md too.")
    private boolean publish;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    public static void main(String... words) {
        System.exit(run(words));
    }

    static int run(String... words) {
        return new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
                .execute(words);
    }

    private static int failed(Exception failure, CommandLine command) {
        var foreseen = failure instanceof BenchFailure
                || failure instanceof StackFailure
                || failure instanceof Refused
                || failure instanceof ServiceFailure;
        command.getErr().println("Not measured. " + (foreseen ? failure.getMessage() : failure));
        if (!foreseen) {
            failure.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    @Override
    public Integer call() {
        var chosen = Run.chosen(only);
        var sizes = small ? Sizes.small() : Sizes.full();
        if (home != null) {
            var stack = StackUnderTest.running(home);
            print(new Run(stack, sizes, out).measure(chosen));
            return 0;
        }
        var more = with == null ? List.<String>of() : List.of("--with", with);
        var own = new StackUnderTest[1];
        var atFirst = Machine.load();
        var took = Stopwatch.millis(() -> own[0] = StackUnderTest.start(ownHome, portOffset, more));
        var run = new Run(own[0], sizes, out);
        run.note(start("Start: whole stack, first time, with demonstration", took), atFirst);
        var table = run.measure(chosen);
        if (chosen.contains("memory")) {
            var atLast = Machine.load();
            var again = Stopwatch.millis(() -> own[0].restartApplication(portOffset));
            run.note(start("Start: application alone, stop included", again), atLast);
        }
        print(table);
        return 0;
    }

    private static Row start(String what, double millis) {
        return Row.alone(what, String.format(Locale.ROOT, "%.0f s", millis / 1000));
    }

    private void print(Table table) {
        out.println();
        out.println(Machine.description());
        out.print(table.text());
        var page = Machine.description() + ".\n\n" + table.markdown();
        Page.write(figures, page);
        if (publish) {
            Page.publish(Path.of("docs/performance.md"), page);
        }
    }
}
