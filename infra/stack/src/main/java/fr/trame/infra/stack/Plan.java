package fr.trame.infra.stack;

import fr.trame.infra.stack.artifact.Artifacts;
import fr.trame.infra.stack.artifact.Cache;
import fr.trame.infra.stack.artifact.Maven;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.part.Clamd;
import fr.trame.infra.stack.part.MinIO;
import fr.trame.infra.stack.part.Site;
import fr.trame.infra.stack.part.Tesseract;
import fr.trame.infra.stack.process.Privileges;
import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.process.Spawner;
import fr.trame.infra.stack.setting.AppEnvironment;
import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.External;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import fr.trame.infra.stack.setting.Ports;
import fr.trame.infra.stack.setting.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one run of infra/up is going to do.
 *
 * @param wanted the parts to start or to find running
 */
record Plan(Site site, External external, Set<Part> wanted, Wishes wishes) {

    /**
     * What was asked for.
     *
     * @param minioAsked whether MinIO may be built
     */
    record Wishes(boolean withDemo, boolean minioAsked, Path war, Installed installed) {}

    /** The programs of the system that do what no Maven artifact does, where they are. */
    record Installed(Tesseract tesseract, Optional<Path> clamd) {}

    static Plan make(UpOptions options, Home home) {
        var external = options.external == null ? External.none() : External.read(options.external);
        var ports = Ports.plan(System.getenv(), options.portOffset);
        keepPorts(home, ports);
        var secrets = Secrets.of(home);
        var variables = AppEnvironment.all(ports, secrets, external.values());
        var spawner = new Spawner(home, Privileges.find());
        var artifacts = new Artifacts(new Cache(cacheFolder()), new Maven(spawner));
        var site = new Site(home, ports, variables, secrets, new Site.Tools(artifacts, spawner));
        var wanted = EnumSet.allOf(Part.class);
        wanted.removeAll(external.parts());
        options.without.forEach(id -> wanted.remove(Part.of(id)));
        var installed = new Installed(Tesseract.find(), Clamd.find());
        if (!installed.tesseract().readsFrench()) {
            wanted.remove(Part.RECOGNISER);
        }
        if (installed.clamd().isEmpty()) {
            wanted.remove(Part.ANTIVIRUS);
        }
        // The product learns of what is optional by its address: where nothing is, there is none.
        Stream.of(Part.RECOGNISER, Part.PAINTER, Part.ANTIVIRUS)
                .filter(part -> !wanted.contains(part) && !external.parts().contains(part))
                .forEach(part -> variables.remove(part.address()));
        var war = options.war == null ? Checkout.find().resolve("app-war/target/app-war.war") : options.war;
        var wishes = new Wishes(withDemo(options, external), minioAsked(options), war.toAbsolutePath(), installed);
        return new Plan(site, external, wanted, wishes);
    }

    /** A Keycloak that exists already does not know the demonstration accounts. */
    private static boolean withDemo(UpOptions options, External external) {
        return !options.noDemo && !external.parts().contains(Part.KEYCLOAK);
    }

    private static boolean minioAsked(UpOptions options) {
        if (options.with != null && !options.with.equals(MinIO.KIND)) {
            throw new StackFailure("--with takes only 'minio', not '" + options.with + "'.");
        }
        return options.with != null;
    }

    /** While a part runs, the others must be able to find it where it is. */
    private static void keepPorts(Home home, Ports ports) {
        var file = home.run().resolve("ports");
        var numbers = new LinkedHashMap<String, String>();
        for (var port : Port.values()) {
            numbers.put(port.variable(), Integer.toString(ports.of(port)));
        }
        boolean running = EnumSet.allOf(Part.class).stream()
                .anyMatch(part -> ProcessRecord.running(home, part).isPresent());
        if (running && Files.exists(file) && !EnvFile.read(file).equals(numbers)) {
            throw new StackFailure("The stack in " + home.root() + " runs on other ports than those asked for. Stop it "
                    + "with infra/down, or give the same --port-offset and TRAME_PORT_* as before.");
        }
        EnvFile.write(file, numbers);
    }

    private static Path cacheFolder() {
        var given = System.getenv("TRAME_CACHE");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "trame")
                : Path.of(given);
    }

    boolean withDemo() {
        return wishes.withDemo();
    }

    Home home() {
        return site.home();
    }

    /** The wanted parts that do not run yet. */
    Set<Part> toStart() {
        var missing = EnumSet.noneOf(Part.class);
        wanted.stream()
                .filter(part -> ProcessRecord.running(home(), part).isEmpty())
                .forEach(missing::add);
        return missing;
    }

    /** The variables with the kind of store that was found in the end, written for people and tests. */
    Map<String, String> withStoreKind(String kind) {
        var variables = new LinkedHashMap<>(site.variables());
        variables.putIfAbsent("TRAME_STORE_KIND", kind);
        return variables;
    }
}
