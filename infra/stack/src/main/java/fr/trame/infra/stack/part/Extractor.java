package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tika as a server that forks a limited worker and kills it when a document is too much for it. */
public final class Extractor extends JavaService {

    private static final int HEALTHY = 200;

    public Extractor(Site site) {
        super(site, Part.EXTRACTOR, "tika");
    }

    @Override
    void configure(Lane lane) throws IOException {
        Files.writeString(
                file(),
                Templates.read("tika.xml")
                        .replace("@port@", site.port(Port.EXTRACTOR))
                        .replace("@java@", Site.javaBinary())
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

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY;
    }

    @Override
    public String health() {
        return site.ports().url(Port.EXTRACTOR) + "/tika";
    }
}
