package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.AppEnvironment;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The product itself: Payara Micro with the built WAR at the root of its address. */
public final class App extends JavaService {

    /** For debuggers and coverage. */
    private static final String MORE_OPTIONS = "TRAME_APP_JAVA_OPTS";

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int HEALTHY = 200;
    private static final int CLIENT_ERROR = 400;

    private final Path war;

    public App(Site site, Path war) {
        super(site, Part.APP, "payara");
        this.war = war;
    }

    @Override
    void configure(Lane lane) throws IOException {
        var conf = site.home().conf(part());
        Files.writeString(conf.resolve("preboot.txt"), Templates.read("payara-preboot.txt"));
        Files.writeString(conf.resolve("logging.properties"), Templates.read("payara-logging.properties"));
    }

    @Override
    List<String> machineOptions() {
        var options = new ArrayList<>(List.of("-Xmx768m", "-XX:+UseSerialGC"));
        var more = System.getenv().getOrDefault(MORE_OPTIONS, "").strip();
        BLANKS.splitAsStream(more).filter(option -> !option.isEmpty()).forEach(options::add);
        return options;
    }

    /** Without Hazelcast: one server needs no data grid, and the grid listens on every interface. */
    @Override
    List<String> programOptions() {
        var conf = site.home().conf(part());
        return List.of(
                "--port",
                site.port(Port.APP),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                conf.resolve("preboot.txt").toString(),
                "--logproperties",
                conf.resolve("logging.properties").toString(),
                "--contextroot",
                "/",
                "--deploy",
                war.toString());
    }

    @Override
    Map<String, String> environment() {
        return AppEnvironment.forApplication(site.variables());
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY
                && Health.status(site.ports().url(Port.APP) + "/", "") < CLIENT_ERROR;
    }

    @Override
    public String health() {
        return site.ports().url(Port.APP) + "/health/ready";
    }
}
