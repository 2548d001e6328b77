package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The object store of production, from a binary that is on this machine. */
public final class MinIO implements Service {

    public static final String KIND = "minio";

    private static final int HEALTHY = 200;

    private final Site site;
    private final Path binary;

    public MinIO(Site site, Path binary) {
        this.site = site;
        this.binary = binary;
    }

    static Path objects(Home home) {
        return home.data(Part.STORE).resolve(KIND);
    }

    @Override
    public Part part() {
        return Part.STORE;
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of();
    }

    @Override
    public void prepare(Lane lane) throws IOException {
        site.makeFolders(part());
        Files.createDirectories(objects(site.home()));
    }

    @Override
    public Command command() {
        var words = List.of(
                binary.toString(),
                "server",
                "--quiet",
                "--address",
                Site.LOOPBACK + ":" + site.port(Port.STORE),
                objects(site.home()).toString());
        return Command.of(site.home().data(part()), words)
                .with(Map.of(
                        "MINIO_ROOT_USER",
                        site.variable("TRAME_STORE_ROOT_KEY"),
                        "MINIO_ROOT_PASSWORD",
                        site.variable("TRAME_STORE_ROOT_SECRET"),
                        "MINIO_BROWSER",
                        "off",
                        "MINIO_UPDATE",
                        "off",
                        // A day is its default, and an upload that was cut may go on for a week.
                        "MINIO_API_STALE_UPLOADS_EXPIRY",
                        "192h"));
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY;
    }

    @Override
    public String health() {
        return site.ports().url(Port.STORE) + "/minio/health/ready";
    }

    @Override
    public String greeting() {
        return "ready: MinIO (" + binary + ")";
    }
}
