package fr.trame.infra.relevance;

import fr.trame.infra.stack.setting.EnvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the table; with {@code --check} it also compares it with the baseline. */
@Command(
        name = "infra/relevance/run",
        mixinStandardHelpOptions = true,
        description = "Measures how well the search finds what answers judged questions.")
public final class Relevance implements Callable<Integer> {

    @Option(names = "--home", required = true, description = "Folder of a stack that runs Elasticsearch.")
    Path home = Path.of("");

    @Option(names = "--check", description = "Exit 1 when a figure fell by more than 0.01 below the baseline.")
    boolean check;

    @Option(names = "--keep", description = "Write the figures to the baseline.")
    boolean keep;

    @Option(names = "--only", description = "Measure the product only, without the searches it is compared with.")
    boolean only;

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Of the guides ask one question in so many, for a quick look. Default: ${DEFAULT-VALUE}")
    int every = 1;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Default: ${DEFAULT-VALUE}")
    Path baseline = Path.of("infra/relevance/baseline.properties");

    public static void main(String[] words) {
        System.exit(new CommandLine(new Relevance()).execute(words));
    }

    @Override
    public Integer call() throws Exception {
        var settings = settings();
        var cache =
                Path.of(System.getenv().getOrDefault("TRAME_CACHE", System.getProperty("user.home") + "/.cache/trame"));
        var collections = List.of(Fiches.read(PackedFiches.file(cache)), Territories.read());
        collections.forEach(judged -> System.out.printf(
                "%s: %d texts, %d questions%n",
                judged.name(), judged.texts().size(), judged.questions().size()));
        var product = new ArrayList<Measured>();
        var all = new ArrayList<Measured>();
        var engines = engines(settings);
        try {
            for (var judged : collections) {
                for (var engine : engines) {
                    engine.load(judged);
                    for (var typing : Typing.values()) {
                        var measured = Measured.of(judged, engine, typing, every);
                        System.out.print(measured.row());
                        all.add(measured);
                        if (engine instanceof ProductSearch) {
                            product.add(measured);
                        }
                    }
                }
            }
        } finally {
            for (var engine : engines) {
                engine.leave();
            }
        }
        System.out.println("\n" + Measured.table(all));
        return judge(product);
    }

    private int judge(List<Measured> product) throws Exception {
        if (keep) {
            Baseline.write(baseline, product);
        }
        if (!check) {
            return 0;
        }
        var losses = Baseline.losses(baseline, product);
        losses.forEach(loss -> System.err.println("✗ " + loss));
        return losses.isEmpty() ? 0 : 1;
    }

    private List<Engine> engines(Map<String, String> settings) throws Exception {
        var elastic = new Elastic(settings);
        var engines = new ArrayList<Engine>();
        engines.add(new ProductSearch(elastic));
        if (only) {
            return engines;
        }
        engines.add(new FrenchChain(elastic));
        if (Files.exists(home.resolve("data/postgres"))) {
            engines.add(new PostgresText(settings));
        } else {
            System.out.println("PostgreSQL is left out: this stack has none.");
        }
        return engines;
    }

    private Map<String, String> settings() throws Exception {
        var settings = new HashMap<>(EnvFile.read(home.resolve("app.env")));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("TRAME_SEARCH_")) {
                settings.put(name, value);
            }
        });
        return settings;
    }
}
