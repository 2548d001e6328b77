package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.setting.Home;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which object store serves. MinIO where its binary is found, or can be built when that was asked for; S3Proxy
 * otherwise. A stack stays with the store that holds its objects.
 */
public final class StoreChoice {

    private static final String SOURCE = "github.com/minio/minio@7aac2a2c5b7c882e68c1ce017d8256be2feea27f";
    private static final Pattern GO_VERSION = Pattern.compile("go(\\d+)\\.(\\d+)");
    private static final Pattern COLON = Pattern.compile(File.pathSeparator);
    private static final int ENOUGH_GO = 24;

    private final Path bin;
    private final boolean asked;
    private String why = "no minio binary found; infra/up --with minio builds it where Go is";

    /**
     * @param bin where a built binary is kept
     * @param asked whether MinIO was asked for by name
     */
    public StoreChoice(Path bin, boolean asked) {
        this.bin = bin;
        this.asked = asked;
    }

    /** The kind for {@code TRAME_STORE_KIND}; builds MinIO first when it was asked for. */
    public Optional<Path> minio(Home home, Builder builder, Lane lane) {
        if (isUsed(S3Proxy.objects(home))) {
            why = "it holds this stack's objects; infra/reset frees the choice";
            return Optional.empty();
        }
        var binary = found().or(() -> asked ? build(builder, lane) : Optional.empty());
        if (binary.isEmpty() && isUsed(MinIO.objects(home))) {
            throw new StackFailure("The objects of this stack are in MinIO, and no `minio` is found any more. Put it "
                    + "on the PATH or build it with infra/up --with minio; or start afresh with infra/reset.");
        }
        return binary;
    }

    /** Why it is not MinIO. */
    public String why() {
        return why;
    }

    /** Runs a program to its end, its output in {@code logs/<name>.log}. */
    @FunctionalInterface
    public interface Builder {
        void run(String name, Command command);
    }

    private static boolean isUsed(Path objects) {
        try (var entries = Files.list(objects)) {
            return entries.findAny().isPresent();
        } catch (IOException notThere) {
            return false;
        }
    }

    private Optional<Path> found() {
        return onPath("minio").or(() -> Optional.of(bin.resolve("minio")).filter(Files::isExecutable));
    }

    private static Optional<Path> onPath(String program) {
        return COLON.splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> build(Builder builder, Lane lane) {
        var go = onPath("go");
        if (go.isEmpty() || !isRecent(go.get())) {
            why = "MinIO cannot be built: Go 1." + ENOUGH_GO + " or newer is not on the PATH";
            return Optional.empty();
        }
        lane.doing("building MinIO with Go, once; this takes minutes");
        var environment = new HashMap<>(System.getenv());
        environment.put("GOBIN", bin.toString());
        try {
            var words = List.of(go.get().toString(), "install", SOURCE);
            builder.run("minio-build", Command.of(bin, words).with(Map.copyOf(environment)));
            return found();
        } catch (StackFailure failure) {
            why = "MinIO could not be built: " + lastLine(String.valueOf(failure.getMessage()));
            return Optional.empty();
        }
    }

    private static String lastLine(String text) {
        var lines = text.lines().toList();
        return lines.get(lines.size() - 1).strip();
    }

    private static boolean isRecent(Path go) {
        try {
            var process = new ProcessBuilder(go.toString(), "env", "GOVERSION").start();
            var version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return isRecent(version);
        } catch (IOException failure) {
            return false;
        }
    }

    static boolean isRecent(String version) {
        var found = GO_VERSION.matcher(version);
        return found.find() && (Integer.parseInt(found.group(1)) > 1 || Integer.parseInt(found.group(2)) >= ENOUGH_GO);
    }
}
