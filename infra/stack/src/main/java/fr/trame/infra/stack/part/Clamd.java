package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ClamAV's daemon, where it is installed. The real signatures are a gigabyte in memory and come from the network: here it
 * knows the harmless test file of the antivirus makers, which is enough to see the product with one.
 */
public final class Clamd implements Service {

    /** In two halves, so that no scanner takes this class for the file. */
    private static final String TEST_FILE = "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!";

    private static final String CONFIGURATION =
            """
            Foreground yes
            TCPAddr 127.0.0.1
            TCPSocket %s
            DatabaseDirectory %s
            TemporaryDirectory %s
            StreamMaxLength 30M
            MaxThreads 2
            SelfCheck 0
            """;

    private final Site site;
    private final Optional<Path> program;

    public Clamd(Site site, Optional<Path> program) {
        this.site = site;
        this.program = program;
    }

    /** Where the daemon is; servers lie outside of an ordinary person's PATH. */
    public static Optional<Path> find() {
        var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
        return Stream.concat(Arrays.stream(path), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "clamd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public Part part() {
        return Part.ANTIVIRUS;
    }

    @Override
    public List<Artifact> artifacts() {
        return List.of();
    }

    @Override
    public void prepare(Lane lane) throws IOException {
        site.makeFolders(part());
        var signature = HexFormat.of().formatHex(TEST_FILE.getBytes(StandardCharsets.US_ASCII));
        var signatures = Files.createDirectories(site.home().conf(part()).resolve("signatures"));
        Files.writeString(signatures.resolve("test.ndb"), "Test.File:0:*:" + signature + "\n");
        Files.writeString(
                file(),
                CONFIGURATION.formatted(
                        site.port(Port.ANTIVIRUS), signatures, site.home().tmp(part())));
    }

    private Path file() {
        return site.home().conf(part()).resolve("clamd.conf");
    }

    @Override
    public Command command() {
        var words = List.of(program.orElseThrow().toString(), "--config-file=" + file());
        return Command.of(site.home().data(part()), words);
    }

    @Override
    public boolean isReady() {
        return Health.isWell(health());
    }

    @Override
    public String health() {
        return "tcp://" + Site.LOOPBACK + ":" + site.port(Port.ANTIVIRUS);
    }
}
