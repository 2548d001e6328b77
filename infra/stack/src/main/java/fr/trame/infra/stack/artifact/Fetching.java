package fr.trame.infra.stack.artifact;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Brings files into a folder, one after the other, under the names that Maven gives them. */
@FunctionalInterface
public interface Fetching {

    /** @param watching called again and again meanwhile, with how far the present file is */
    void fetch(List<Artifact> artifacts, Path into, Consumer<String> watching);
}
