package fr.trame.admin.cli;

import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.provisioning.Tenant;
import fr.trame.admin.provisioning.TenantRows;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Lists the tenants.")
final class TenantListCommand implements Runnable {

    private final Console console;

    TenantListCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var tenants = new TenantRows(OwnerDatabase.from(console.settings())).all();
        tenants.forEach(tenant -> console.out().println(line(tenant)));
        if (tenants.isEmpty()) {
            console.out().println("no tenant");
        }
    }

    private static String line(Tenant tenant) {
        var chosen = tenant.properties();
        return String.join(
                "  ",
                tenant.alias(),
                tenant.state(),
                chosen.kind(),
                chosen.programme(),
                chosen.currency(),
                tenant.id().toString(),
                chosen.name());
    }
}
