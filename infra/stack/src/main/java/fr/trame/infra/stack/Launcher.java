package fr.trame.infra.stack;

import fr.trame.infra.stack.console.StackFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The door: up, down, status, reset. Exit code 0: done. 1: refused or failed, the paragraph says why. */
@Command(
        name = "stack",
        description = "The development stack: the real parts of the product on this machine, without containers.",
        mixinStandardHelpOptions = true,
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, ResetCommand.class})
public final class Launcher {

    static final String OPERATOR_LOG = "operator";
    static final int FAILED = 1;

    private Launcher() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    /** The whole command, for those who have this class on their class path. */
    public static int run(String... args) {
        // Taken now: infra/up sends the standard error stream to a log.
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandLine(new Launcher())
                .setErr(err)
                .setParameterExceptionHandler(Launcher::notUnderstood)
                .setExecutionExceptionHandler(Launcher::failed)
                .execute(args);
    }

    private static int notUnderstood(ParameterException wrong, String... args) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return FAILED;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(StackFailure.sentence(failure));
        if (!(failure instanceof StackFailure)) {
            failure.printStackTrace(command.getErr());
        }
        return FAILED;
    }
}
