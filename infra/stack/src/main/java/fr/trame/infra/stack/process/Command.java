package fr.trame.infra.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to run.
 *
 * @param environment added to the few variables every part gets; nothing else is inherited
 * @param folder where it runs
 * @param unprivileged whether it refuses to run as root
 */
public record Command(List<String> words, Map<String, String> environment, Path folder, boolean unprivileged) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static Command of(Path folder, List<String> words) {
        return new Command(words, Map.of(), folder, false);
    }

    public Command with(Map<String, String> more) {
        return new Command(words, more, folder, unprivileged);
    }

    public Command asUnprivileged() {
        return new Command(words, environment, folder, true);
    }
}
