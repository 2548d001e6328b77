package fr.trame.admin.cli;

import fr.trame.admin.provisioning.NewTenant;
import fr.trame.admin.provisioning.Provisioning;
import fr.trame.admin.provisioning.Tenant.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Opens a tenant. Run again after an interruption: it does only what is missing.")
final class TenantCreateCommand implements Runnable {

    private final Console console;

    @Parameters(
            paramLabel = "<alias>",
            description = "The tenant's part of the address: small letters, digits, hyphens.")
    private String alias = "";

    @Option(names = "--name", required = true, description = "The name people read.")
    private String name = "";

    @Option(names = "--kind", required = true, description = "REGION or FEDERATION.")
    private String kind = "";

    @Option(names = "--programme", required = true, description = "TI_2018 or PAI_MA.")
    private String programme = "";

    @Option(names = "--currency", required = true, description = "EUR or MAD.")
    private String currency = "";

    @Option(names = "--accent", description = "The tenant's colour, as #rrggbb.")
    private String accent = NewTenant.USUAL_ACCENT;

    @Option(names = "--admin-email", description = "Who is invited to administer the tenant.")
    private String adminEmail = "";

    TenantCreateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var properties = new Properties(name, kind, programme, currency, accent);
        var wanted = new NewTenant(alias, properties, adminEmail.strip());
        new Provisioning(console.settings(), console.out()::println).open(wanted);
    }
}
