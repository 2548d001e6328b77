package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Archives;
import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.artifact.Checksum;
import fr.trame.infra.stack.artifact.Library;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The real search server in its small distribution, with security on and the missing filters as a plugin. */
public final class Elasticsearch implements Service {

    private static final int HEALTHY = 200;
    private static final String KEYSTORE = "elasticsearch.keystore";

    private final Artifact artifact = Artifact.pinned("elasticsearch");
    private final Path plugin = Library.holding("plugin-descriptor.properties");
    private final Site site;
    private Path programs = Path.of("");

    public Elasticsearch(Site site) {
        this.site = site;
    }

    @Override
    public Part part() {
        return Part.ELASTICSEARCH;
    }

    /** Another plugin makes another folder, so that a running server keeps its own. */
    private String key() {
        return "elasticsearch-" + artifact.mark() + "-" + Checksum.ofEntries(plugin, name -> name.endsWith(".class"));
    }

    @Override
    public List<Artifact> artifacts() {
        return site.tools().artifacts().cache().has(key()) ? List.of() : List.of(artifact);
    }

    @Override
    public void prepare(Lane lane) throws IOException {
        programs = site.tools().artifacts().cache().tree(key(), folder -> {
            var zip = site.tools().artifacts().file(artifact, lane);
            lane.doing("unpacking");
            Archives.unzip(zip, folder);
            install(plugin, folder.resolve("plugins/trame-analysis"));
        });
        site.tools().spawner().privileges().requireReadable(programs.resolve("bin/elasticsearch"));
        site.makeFolders(part());
        configure(lane);
    }

    private static void install(Path plugin, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(plugin, folder.resolve("trame-analysis.jar"));
        try (var descriptor = Elasticsearch.class.getResourceAsStream("/plugin-descriptor.properties")) {
            Files.copy(descriptor, folder.resolve("plugin-descriptor.properties"));
        }
    }

    private void configure(Lane lane) throws IOException {
        var conf = site.home().conf(part());
        Files.writeString(conf.resolve("elasticsearch.yml"), settings());
        for (var name : List.of("jvm.options", "log4j2.properties")) {
            Files.writeString(conf.resolve(name), Templates.read("elasticsearch-" + name));
        }
        var privileges = site.tools().spawner().privileges();
        List.of(conf, site.home().data(part()), site.home().tmp(part())).forEach(privileges::own);
        if (!Files.exists(conf.resolve(KEYSTORE))) {
            lane.doing("storing the administrator's password");
            storePassword(conf);
        }
    }

    private String settings() {
        return Templates.read("elasticsearch.yml")
                .replace("@data@", site.home().data(part()).toString())
                .replace("@logs@", site.home().tmp(part()).toString())
                .replace("@http@", site.port(Port.ELASTICSEARCH))
                .replace("@transport@", site.port(Port.ELASTICSEARCH_TRANSPORT));
    }

    /** Made aside and moved when it is whole: a start cut short must not leave one without the password. */
    private void storePassword(Path conf) throws IOException {
        var aside = Files.createDirectories(site.home().tmp(part()).resolve("keystore"));
        site.tools().spawner().privileges().own(aside);
        var file = site.home().tmp(part()).resolve("password");
        EnvFile.writeSecret(file, site.variable("TRAME_SEARCH_ADMIN_PASSWORD"));
        site.tools().spawner().privileges().ownFile(file);
        var keystore = programs.resolve("bin/elasticsearch-keystore").toString();
        var words = List.of("sh", "-c", "exec \"$0\" add -x -f bootstrap.password < \"$1\"", keystore, file.toString());
        site.tools().spawner().run("elasticsearch-keystore", new Command(words, environment(aside), aside, true));
        Files.delete(file);
        Files.move(aside.resolve(KEYSTORE), conf.resolve(KEYSTORE), StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, String> environment(Path conf) {
        return Map.of(
                "ES_JAVA_HOME", System.getProperty("java.home"),
                "ES_PATH_CONF", conf.toString(),
                "ES_TMPDIR", site.home().tmp(part()).toString());
    }

    @Override
    public Command command() {
        var words = List.of(programs.resolve("bin/elasticsearch").toString());
        return new Command(
                words, environment(site.home().conf(part())), site.home().data(part()), true);
    }

    @Override
    public boolean isReady() {
        var login = site.variable("TRAME_SEARCH_ADMIN_USER") + ":" + site.variable("TRAME_SEARCH_ADMIN_PASSWORD");
        var basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return Health.status(health() + "?wait_for_status=yellow&timeout=1s", basic) == HEALTHY;
    }

    @Override
    public String health() {
        return site.ports().url(Port.ELASTICSEARCH) + "/_cluster/health";
    }

    /** The program that was started only checks the settings and starts the server, which lives on without it. */
    @Override
    public long followed(Process started) {
        return started.children().findFirst().map(ProcessHandle::pid).orElse(started.pid());
    }
}
