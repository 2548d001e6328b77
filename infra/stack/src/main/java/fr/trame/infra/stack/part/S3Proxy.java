package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The object store where no MinIO can be had: the S3 protocol over a folder, with one identity for everybody. */
public final class S3Proxy extends JavaService {

    public static final String KIND = "s3proxy";

    private static final int FORBIDDEN = 403;

    private final String why;

    /** @param why what to tell the person about the choice */
    public S3Proxy(Site site, String why) {
        super(site, Part.STORE, KIND);
        this.why = why;
    }

    static Path objects(Home home) {
        return home.data(Part.STORE).resolve(KIND);
    }

    @Override
    void configure(Lane lane) throws IOException {
        Files.createDirectories(objects(site.home()));
        EnvFile.writeSecret(
                file(),
                Templates.read("s3proxy.conf")
                        .replace("@port@", site.port(Port.STORE))
                        .replace("@key@", site.variable("TRAME_STORE_ROOT_KEY"))
                        .replace("@secret@", site.variable("TRAME_STORE_ROOT_SECRET"))
                        .replace("@data@", objects(site.home()).toString()));
    }

    private Path file() {
        return site.home().conf(part()).resolve("s3proxy.conf");
    }

    @Override
    List<String> machineOptions() {
        return List.of("-Xmx256m", "-XX:+UseSerialGC");
    }

    @Override
    List<String> programOptions() {
        return List.of("--properties", file().toString());
    }

    /** Whoever does not say who he is must be turned away: that is how it answers when it is well. */
    @Override
    public boolean isReady() {
        return Health.status(health(), "") == FORBIDDEN;
    }

    @Override
    public String health() {
        return site.ports().url(Port.STORE) + "/";
    }

    @Override
    public String greeting() {
        return "ready: S3Proxy (" + why + "; one identity for all tenants)";
    }
}
