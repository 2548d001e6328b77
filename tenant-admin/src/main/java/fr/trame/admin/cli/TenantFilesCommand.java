package fr.trame.admin.cli;

import fr.trame.admin.provisioning.FilePolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "files", description = "Says which files a tenant takes.")
final class TenantFilesCommand implements Runnable {

    private final Console console;

    @Parameters(paramLabel = "<alias>", description = "The tenant.")
    private String alias = "";

    @Option(
            names = "--unscanned",
            description = "What becomes of files no antivirus looked at: ACCEPT (marked), QUARANTINE or REFUSE.")
    private @Nullable String unscanned;

    @Option(names = "--types", description = "The types it takes, like pdf,docx,png; or all that the product takes.")
    private @Nullable String types;

    TenantFilesCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        FilePolicy.from(console.settings()).set(alias, unscanned, types);
        console.out().println("files: set");
    }
}
