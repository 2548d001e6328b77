package fr.trame.infra.stack.process;

import fr.trame.infra.stack.setting.EnvFile;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * What a launcher remembers of a started part for the next launcher run.
 *
 * @param mark tells this process from a later one with the same number
 * @param ports for people
 * @param health where the part answers when it is well
 */
public record ProcessRecord(Part part, long pid, String mark, String ports, String health) {

    /** The part as remembered, whether it still runs or not. */
    public static Optional<ProcessRecord> read(Home home, Part part) {
        var file = home.run().resolve(part.id() + ".pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = EnvFile.read(file);
        return Optional.of(new ProcessRecord(
                part,
                Long.parseLong(lines.getOrDefault("pid", "0")),
                lines.getOrDefault("mark", ""),
                lines.getOrDefault("ports", ""),
                lines.getOrDefault("health", "")));
    }

    /** The part as remembered, if it still runs. */
    public static Optional<ProcessRecord> running(Home home, Part part) {
        return read(home, part).filter(ProcessRecord::isRunning);
    }

    public void write(Home home) {
        EnvFile.write(
                home.run().resolve(part.id() + ".pid"),
                Map.of("pid", Long.toString(pid), "mark", mark, "ports", ports, "health", health));
    }

    public void forget(Home home) {
        try {
            Files.deleteIfExists(home.run().resolve(part.id() + ".pid"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the very process runs, not another that got its number. */
    public boolean isRunning() {
        return Identity.of(pid).filter(mark::equals).isPresent();
    }

    /** The same part followed under another process: some programs start the real server as their child. */
    public ProcessRecord followedAs(long other) {
        return new ProcessRecord(part, other, Identity.of(other).orElse(""), ports, health);
    }
}
