package fr.trame.admin.cli;

import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.provisioning.TenantRows;
import fr.trame.admin.search.IndexRebuild;
import fr.trame.admin.search.SearchCluster;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        description =
                "Fills a new index from PostgreSQL and puts it in place of the old one; search goes on meanwhile.")
final class SearchRebuildCommand implements Runnable {

    private static final List<String> SETTINGS = Stream.of(OwnerDatabase.SETTINGS, SearchCluster.SETTINGS)
            .flatMap(List::stream)
            .toList();

    private final Console console;

    @Parameters(paramLabel = "<alias>", description = "The tenant.")
    private String alias = "";

    SearchRebuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var settings = console.settings().require(SETTINGS);
        var database = OwnerDatabase.from(settings);
        var tenant = new TenantRows(database).open(alias);
        new IndexRebuild(database, SearchCluster.from(settings), console.out()::println).rebuild(tenant.id());
    }
}
