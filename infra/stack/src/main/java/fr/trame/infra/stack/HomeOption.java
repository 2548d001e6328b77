package fr.trame.infra.stack;

import fr.trame.infra.stack.setting.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about; without a word, the one of this checkout. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the stack. Default: TRAME_HOME, or .trame in the project.")
    private @Nullable Path folder;

    Home home() {
        if (folder != null) {
            return new Home(folder);
        }
        var given = System.getenv("TRAME_HOME");
        return new Home(given == null || given.isBlank() ? Checkout.find().resolve(".trame") : Path.of(given));
    }
}
