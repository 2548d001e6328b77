package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A second Tika that reads pictures of text with Tesseract: seconds a page, so it has a process of its own beside the
 * quick one. Tesseract is called through a script that gives it little of the machine and ends it in time, also when the
 * worker that called it was killed before.
 */
public final class Recogniser extends JavaService {

    private static final int HEALTHY = 200;
    private static final String SCRIPT =
            """
            #!/bin/sh
            # Tika takes the folder of this script for that of the languages.
            unset TESSDATA_PREFIX
            exec timeout -k 1 90 nice -n 10 "%s/tesseract" "$@"
            """;

    private final Tesseract tesseract;

    public Recogniser(Site site, Tesseract tesseract) {
        super(site, Part.RECOGNISER, "tika");
        this.tesseract = tesseract;
    }

    @Override
    void configure(Lane lane) throws IOException {
        var folder = site.home().conf(part());
        var script = folder.resolve("tesseract");
        Files.writeString(script, SCRIPT.formatted(tesseract.folder().orElseThrow()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                file(),
                Templates.read("tika-scans.xml")
                        .replace("@port@", site.port(Port.RECOGNISER))
                        .replace("@java@", Site.javaBinary())
                        .replace("@tesseract@", folder.toString())
                        .replace("@tmp@", site.home().tmp(part()).toString()));
    }

    private Path file() {
        return site.home().conf(part()).resolve("tika.xml");
    }

    @Override
    List<String> machineOptions() {
        return List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    @Override
    List<String> programOptions() {
        return List.of("--host", Site.LOOPBACK, "-c", file().toString());
    }

    /** One thread a page: two cores are to be left to the people. */
    @Override
    Map<String, String> environment() {
        return Map.of("OMP_THREAD_LIMIT", "1");
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY;
    }

    @Override
    public String health() {
        return site.ports().url(Port.RECOGNISER) + "/tika";
    }

    @Override
    public String greeting() {
        return "ready: " + tesseract.title();
    }
}
