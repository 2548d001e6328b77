package fr.trame.infra.bench;

import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The stack that is measured: one of its own, made for this run, or one that runs already. */
final class StackUnderTest {

    private static final String LAUNCHER = "fr.trame.infra.stack.Launcher";

    private final Home home;

    private StackUnderTest(Home home) {
        this.home = home;
    }

    /** @throws BenchFailure when not every part runs there */
    static StackUnderTest running(Path folder) {
        var home = new Home(folder);
        if (!Files.isRegularFile(home.appEnv())) {
            throw new BenchFailure("There is no stack in " + home.root()
                    + ". Start one with infra/up, or leave --home away and let the benchmarks start their own.");
        }
        var missing = Arrays.stream(Part.values())
                .filter(part -> ProcessRecord.running(home, part).isEmpty())
                .map(Part::words)
                .toList();
        if (!missing.isEmpty()) {
            throw new BenchFailure("The stack in " + home.root() + " does not run whole: " + String.join(", ", missing)
                    + (missing.size() == 1 ? " is" : " are") + " down. Start it with infra/up --home "
                    + home.root() + ".");
        }
        return new StackUnderTest(home);
    }

    /**
     * Forgets what an earlier run left in the folder and starts a stack there. It is stopped when this program ends,
     * however it ends.
     */
    static StackUnderTest start(Path folder, int portOffset, List<String> more) {
        launch("reset", "--yes", "--home", folder.toString());
        var words = new ArrayList<>(List.of("up", "--detach", "--home", folder.toString()));
        words.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        words.addAll(more);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> launch("down", "--home", folder.toString()), "down"));
        launch(words.toArray(String[]::new));
        return running(folder);
    }

    /** Stops the application and starts it again; everything else keeps running. */
    void restartApplication(int portOffset) {
        launch("down", "app", "--home", home.root().toString());
        launch("up", "--detach", "--home", home.root().toString(), "--port-offset", Integer.toString(portOffset));
    }

    Map<String, String> variables() {
        return EnvFile.read(home.appEnv());
    }

    Home home() {
        return home;
    }

    /** A process of its own, because the launcher keeps the output of whoever runs in its own. */
    private static void launch(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LAUNCHER));
        command.addAll(List.of(words));
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new BenchFailure("The stack's launcher ended `" + String.join(" ", words) + "` with code " + exit
                        + "; it said why above.");
            }
        } catch (IOException failure) {
            throw new BenchFailure("The stack's launcher could not be started: " + failure.getMessage(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", stopped);
        }
    }
}
