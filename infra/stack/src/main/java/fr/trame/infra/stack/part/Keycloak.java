package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Archives;
import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.artifact.Checksum;
import fr.trame.infra.stack.artifact.Library;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.External;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import fr.trame.infra.stack.setting.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with the product's theme and realm. Its build, the slow half of a start, is done once for each content and
 * kept; a stack's own folder holds links to the built programs and what belongs to this stack only.
 */
public final class Keycloak implements Service {

    private static final int HEALTHY = 200;
    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=true");
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Dfile.encoding=UTF-8",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Artifact artifact = Artifact.pinned("keycloak");
    private final Path theme = Library.holding("realm/trame-realm.json");
    private final Site site;
    private final boolean withDemonstration;
    private Path programs = Path.of("");
    private boolean changed;

    public Keycloak(Site site, boolean withDemonstration) {
        this.site = site;
        this.withDemonstration = withDemonstration;
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    /** Another theme makes another folder; another realm does not, since it is no part of the build. */
    private String key() {
        var content = Checksum.ofEntries(theme, name -> name.startsWith("theme/") || name.contains("keycloak-themes"));
        return "keycloak-" + artifact.mark() + "-" + Checksum.mark(content + BUILD);
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
            Files.copy(theme, folder.resolve("providers/trame-theme.jar"));
            lane.doing("building, once for this version and theme");
            build(folder);
        });
        site.makeFolders(part());
        link();
        var imported = Files.createDirectories(home().resolve("data/import"));
        Files.write(imported.resolve("trame-realm.json"), Realm.json(withDemonstration));
    }

    private void build(Path folder) {
        var words = new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString()));
        words.addAll(BUILD);
        site.tools().spawner().run("keycloak-build", Command.of(folder, words));
    }

    private Path home() {
        return site.home().data(part());
    }

    private void link() throws IOException {
        for (var name : List.of("bin", "conf", "lib", "providers", "themes")) {
            var link = home().resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, programs.resolve(name));
        }
    }

    @Override
    public Command command() {
        var options = new ArrayList<>(JVM);
        options.addAll(List.of(
                "-Dkc.home.dir=" + home(),
                "-Djboss.server.config.dir=" + home().resolve("conf"),
                "-cp",
                programs.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm"));
        return Command.of(home(), site.java(part(), options)).with(environment());
    }

    private Map<String, String> environment() {
        var all = new LinkedHashMap<>(database());
        all.put("KC_HTTP_ENABLED", "true");
        all.put("KC_HTTP_HOST", Site.LOOPBACK);
        all.put("KC_HTTP_PORT", site.port(Port.KEYCLOAK));
        all.put("KC_HTTP_MANAGEMENT_HOST", Site.LOOPBACK);
        all.put("KC_HTTP_MANAGEMENT_PORT", site.port(Port.KEYCLOAK_MANAGEMENT));
        all.put("KC_HOSTNAME", server());
        all.put("KC_CACHE", "local");
        all.put("KC_LOG_LEVEL", "info,io.smallrye.health:off");
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secret(Secrets.KEYCLOAK_CONSOLE_PASSWORD));
        site.variables().forEach((name, value) -> {
            if (isReadByTheRealm(name)) {
                all.put(name, value);
            }
        });
        return all;
    }

    private Map<String, String> database() {
        var here = "jdbc:postgresql://127.0.0.1:" + site.port(Port.POSTGRES) + "/keycloak";
        var variables = site.variables();
        return Map.of(
                "KC_DB_URL", variables.getOrDefault(External.KEYCLOAK_DB_URL, here),
                "KC_DB_USERNAME", variables.getOrDefault(External.KEYCLOAK_DB_USER, "keycloak"),
                "KC_DB_PASSWORD",
                        variables.getOrDefault(
                                External.KEYCLOAK_DB_PASSWORD, site.secret(Secrets.KEYCLOAK_DB_PASSWORD)));
    }

    /** The address of the server, as browsers see it. */
    private String server() {
        return site.variable("TRAME_OIDC_ISSUER").replaceFirst("/realms/.*", "");
    }

    /** The realm names these in places that Keycloak fills from its environment when it imports. */
    private static boolean isReadByTheRealm(String name) {
        return name.startsWith("TRAME_SMTP_")
                || List.of(
                                "TRAME_PUBLIC_URL",
                                "TRAME_MAIL_FROM",
                                "TRAME_OIDC_CLIENT_SECRET",
                                "TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET")
                        .contains(name);
    }

    @Override
    public boolean isReady() {
        return Health.status(health(), "") == HEALTHY
                && Health.status(site.ports().url(Port.KEYCLOAK) + "/realms/trame", "") == HEALTHY;
    }

    /** The realm is imported once; what moved since is told to it. */
    @Override
    public void settle() throws IOException {
        var realm = Realm.filled(environment());
        var known = home().resolve("addresses");
        var now = Checksum.mark(realm.path("smtpServer") + site.variable("TRAME_PUBLIC_URL"));
        if (Files.exists(known) && !Files.readString(known).equals(now)) {
            new RealmAddresses(site.ports().url(Port.KEYCLOAK), site.secret(Secrets.KEYCLOAK_CONSOLE_PASSWORD))
                    .update(realm);
        }
        Files.writeString(known, now);
        var imported = home().resolve("realm");
        var content = Checksum.mark(new String(Realm.json(withDemonstration), StandardCharsets.UTF_8));
        if (!Files.exists(imported)) {
            Files.writeString(imported, content);
        }
        changed = !Files.readString(imported).equals(content);
    }

    @Override
    public String health() {
        return site.ports().url(Port.KEYCLOAK_MANAGEMENT) + "/health/ready";
    }

    @Override
    public String greeting() {
        return changed
                ? "ready; its realm was imported from an older file: infra/reset imports the new one"
                : "ready, console at " + server() + "/admin";
    }
}
