package fr.trame.admin.cli;

import fr.trame.admin.provisioning.TenantQuota;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "quota", description = "Says how much room a tenant has for its files.")
final class TenantQuotaCommand implements Runnable {

    private final Console console;

    @Parameters(paramLabel = "<alias>", description = "The tenant.")
    private String alias = "";

    @Option(names = "--megabytes", required = true, description = "Megabytes (1,000,000 bytes), or none for no limit.")
    private String megabytes = "";

    TenantQuotaCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        TenantQuota.from(console.settings()).set(alias, megabytes);
        console.out().println("quota: set");
    }
}
