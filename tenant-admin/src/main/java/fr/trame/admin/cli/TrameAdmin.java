package fr.trame.admin.cli;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The door of the operator's side. Exit code 0: done, or nothing to do. 1: refused, the sentence says why and what to
 * do. 2: a service failed, the same command may be run again.
 */
@Command(
        name = "tenant-admin",
        description = "Creates and maintains tenants. Configuration comes from the TRAME_* environment variables.")
public final class TrameAdmin {

    static final int REFUSED = 1;
    static final int FAILED = 2;

    /** Held here, because a logger that nobody holds forgets its level. Migrations are reported by the command. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this text.")
    boolean help;

    private TrameAdmin() {}

    public static void main(String... args) {
        System.exit(run(System.getenv(), args));
    }

    /** The whole command in this process, for those who start it without a new JVM. */
    public static int run(Map<String, String> env, String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(new Console(new Settings(env), out), err, args);
    }

    static int run(Console console, PrintWriter err, String... args) {
        MIGRATIONS.setLevel(Level.WARNING);
        return commands(console)
                .setOut(console.out())
                .setErr(err)
                .setParameterExceptionHandler(TrameAdmin::notUnderstood)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
                .execute(args);
    }

    private static CommandLine commands(Console console) {
        var tenant = new CommandLine(new TenantCommand())
                .addSubcommand(new TenantCreateCommand(console))
                .addSubcommand(new TenantListCommand(console))
                .addSubcommand(new TenantFilesCommand(console))
                .addSubcommand(new TenantQuotaCommand(console));
        var member = new CommandLine(new MemberCommand())
                .addSubcommand(new MemberAddCommand(console))
                .addSubcommand(new MemberRemoveCommand(console));
        var search = new CommandLine(new SearchCommand()).addSubcommand(new SearchRebuildCommand(console));
        return new CommandLine(new TrameAdmin())
                .addSubcommand(new MigrateCommand(console))
                .addSubcommand(tenant)
                .addSubcommand(member)
                .addSubcommand(search);
    }

    private static int notUnderstood(ParameterException wrong, String... args) {
        var command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return REFUSED;
    }

    private static int failed(Exception failure, CommandLine command) {
        var message = failure.getMessage();
        command.getErr().println(message == null ? failure.toString() : message);
        return failure instanceof Refused ? REFUSED : FAILED;
    }
}
