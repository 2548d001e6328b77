package fr.trame.admin.cli;

import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.schema.Schema;
import picocli.CommandLine.Command;

@Command(name = "migrate", description = "Brings the database to the schema of this version.")
final class MigrateCommand implements Runnable {

    private final Console console;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var applied =
                new Schema(OwnerDatabase.from(console.settings()).reached().source()).migrate();
        console.out().println(applied == 0 ? "schema: nothing to do" : "schema: " + applied + " migrations applied");
    }
}
