package fr.trame.infra.stack;

import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.setting.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Stops the stack and deletes its folder: the next start is a first one. */
@Command(name = "reset", description = "Stops the stack and deletes its data.", mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private HomeOption where = new HomeOption();

    @Override
    public Integer call() throws IOException {
        var home = where.home();
        if (!home.isOurs()) {
            System.out.println("There is no stack in " + home.root() + ".");
            return 0;
        }
        if (!yes && !agreed(home.root().toString())) {
            System.out.println("Nothing was changed.");
            return Launcher.FAILED;
        }
        DownCommand.stop(home, Set.of(Part.values()), System.out);
        home.delete();
        System.out.println("Deleted " + home.root() + ".");
        return 0;
    }

    private static boolean agreed(String folder) throws IOException {
        if (!Terminal.isThere()) {
            throw new StackFailure("infra/reset asks before it deletes " + folder + ", and there is no terminal to ask "
                    + "on. Say --yes.");
        }
        System.out.print("Delete all data, secrets and logs in " + folder + "? [y/N] ");
        System.out.flush();
        var answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
