package fr.trame.infra.stack;

import fr.trame.admin.cli.TrameAdmin;
import fr.trame.infra.stack.artifact.Checksum;
import fr.trame.infra.stack.console.Board;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.part.Realm;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.LogTail;
import fr.trame.infra.stack.setting.Part;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operator does by hand on a production system: migrate, open tenants, add members. */
final class Operator {

    private static final String LOADER = "fr.trame.infra.demo.DemoLoader";
    private static final Set<Part> TENANTS_NEED =
            Set.of(Part.POSTGRES, Part.KEYCLOAK, Part.ELASTICSEARCH, Part.STORE, Part.MAIL);

    private final Plan plan;

    Operator(Plan plan) {
        this.plan = plan;
    }

    void migrate(Map<String, String> variables, Board board) {
        if (!isThere(Part.POSTGRES)) {
            return;
        }
        var lane = board.lane("schema");
        lane.doing("migrating");
        run(variables, List.of("migrate"));
        lane.done("current");
    }

    /** The demonstration's tenants and members, once for each version of their list. */
    void tenants(Map<String, String> variables, Board board) {
        if (!plan.withDemo() || !TENANTS_NEED.stream().allMatch(this::isThere)) {
            return;
        }
        var lane = board.lane("tenants");
        var mark = Checksum.mark(DemoTenants.commands(Realm.accounts()).toString());
        if (isDone("tenants", mark)) {
            lane.done("there");
            return;
        }
        for (var command : DemoTenants.commands(Realm.accounts())) {
            lane.doing(String.join(" ", command.subList(0, 3)));
            run(variables, command);
        }
        done("tenants", mark);
        lane.done("opened");
    }

    /** The demonstration's documents, once. Without them the product is less lively but whole, so nothing stops. */
    void documents(Map<String, String> variables, Board board) {
        var loader = LOADER.replace('.', '/') + ".class";
        boolean loadable = Operator.class.getClassLoader().getResource(loader) != null;
        if (!plan.withDemo()
                || !loadable
                || !isThere(Part.APP)
                || !TENANTS_NEED.stream().allMatch(this::isThere)) {
            return;
        }
        var lane = board.lane("demonstration");
        if (isDone("documents", "1")) {
            lane.done("there");
            return;
        }
        lane.doing("loading through the product's own doors");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = List.of(java, "-Xmx256m", "-cp", classPath(), LOADER);
        try {
            plan.site()
                    .tools()
                    .spawner()
                    .run("demo", Command.of(plan.home().root(), words).with(variables));
            done("documents", "1");
            lane.done("loaded");
        } catch (StackFailure failure) {
            lane.done("NOT loaded, the next infra/up tries again; why is in "
                    + plan.home().log("demo"));
        }
    }

    /** Absolute, because the loader is started in the stack's folder and not in ours. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether somebody serves this part, we or somebody else. */
    private boolean isThere(Part part) {
        return plan.wanted().contains(part) || plan.external().parts().contains(part);
    }

    /** Its words go to the operator's log: the launcher sends its own standard output there. */
    private void run(Map<String, String> variables, List<String> words) {
        int exit = TrameAdmin.run(variables, words.toArray(String[]::new));
        if (exit != 0) {
            throw new StackFailure("`tenant-admin " + String.join(" ", words) + "` failed with code " + exit
                    + LogTail.of(plan.home().log(Launcher.OPERATOR_LOG)));
        }
    }

    private boolean isDone(String what, String mark) {
        try {
            var file = plan.home().root().resolve("data").resolve("demo-" + what);
            return Files.exists(file) && Files.readString(file).equals(mark);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void done(String what, String mark) {
        try {
            Files.writeString(plan.home().root().resolve("data").resolve("demo-" + what), mark);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
