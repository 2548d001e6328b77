package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.artifact.Library;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what documents look like: the product's own server, which ends what opens them at its limits. */
public final class Painter implements Service {

    private static final String PROGRAM = "fr.trame.infra.painter.Painter";
    private static final int HEALTHY = 200;

    private final Site site;

    public Painter(Site site) {
        this.site = site;
    }

    /** Whether the program that opens office files is on the PATH. */
    public static boolean opensOffice() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    @Override
    public Part part() {
        return Part.PAINTER;
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of();
    }

    @Override
    public void prepare(Lane lane) throws IOException {
        site.makeFolders(part());
    }

    @Override
    public Command command() {
        var classPath = Stream.of(
                        PROGRAM.replace('.', '/') + ".class",
                        "org/apache/pdfbox/Loader.class",
                        "org/apache/pdfbox/io/IOUtils.class",
                        "org/apache/fontbox/FontBoxFont.class",
                        "org/apache/commons/logging/Log.class")
                .map(entry -> Library.holding(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        var options = List.of(
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                PROGRAM,
                site.port(Port.PAINTER),
                site.home().tmp(part()).toString());
        return Command.of(site.home().data(part()), site.java(part(), options));
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY;
    }

    @Override
    public String health() {
        return site.ports().url(Port.PAINTER) + "/health";
    }

    @Override
    public String greeting() {
        return opensOffice() ? "ready: LibreOffice opens office files" : "ready, without LibreOffice";
    }
}
