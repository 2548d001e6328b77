package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A part that is one pinned jar, started as it is. */
abstract class JavaService implements Service {

    final Site site;
    private final Part part;
    private final Artifact artifact;
    private Path jar = Path.of("");

    JavaService(Site site, Part part, String artifact) {
        this.site = site;
        this.part = part;
        this.artifact = Artifact.pinned(artifact);
    }

    @Override
    public final Part part() {
        return part;
    }

    @Override
    public final List<Artifact> artifacts() {
        return List.of(artifact);
    }

    @Override
    public final void prepare(Lane lane) throws IOException {
        jar = site.tools().artifacts().file(artifact, lane);
        site.makeFolders(part);
        configure(lane);
    }

    /** Writes the part's configuration. */
    void configure(Lane lane) throws IOException {}

    /** What the Java machine is told, before the jar. */
    abstract List<String> machineOptions();

    /** What the program is told, after the jar. */
    List<String> programOptions() {
        return List.of();
    }

    Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public final Command command() {
        var options = new ArrayList<>(machineOptions());
        options.add("-jar");
        options.add(jar.toString());
        options.addAll(programOptions());
        return Command.of(site.home().data(part), site.java(part, options)).with(environment());
    }
}
