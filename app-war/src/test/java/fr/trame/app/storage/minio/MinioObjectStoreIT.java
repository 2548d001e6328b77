package fr.trame.app.storage.minio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The store of production. Its binary is built from source and is not on every machine: where it is missing this class
 * says so and stands aside, unless {@code TRAME_REQUIRE_MINIO} is {@code true}.
 */
class MinioObjectStoreIT extends S3StoreContract {

    @Override
    ServerProcess start(Path folder) throws Exception {
        var binary = binary().orElseGet(MinioObjectStoreIT::missing);
        int port = ServerProcess.freePort();
        var address = "127.0.0.1:" + port;
        var data = Files.createDirectory(folder.resolve("data")).toString();
        return ServerProcess.start(
                port,
                List.of(binary.toString(), "server", data, "--address", address, "--console-address", "127.0.0.1:0"),
                Map.of("MINIO_ROOT_USER", ROOT, "MINIO_ROOT_PASSWORD", ROOT_SECRET, "MINIO_BROWSER", "off"));
    }

    private static Path missing() {
        var reason = "no minio on the PATH nor in the stack's cache";
        if (Boolean.parseBoolean(System.getenv("TRAME_REQUIRE_MINIO"))) {
            throw new IllegalStateException(reason);
        }
        System.out.println("MinioObjectStoreIT stands aside: " + reason);
        return abort(reason);
    }

    private static Optional<Path> binary() throws IOException {
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
        return Stream.concat(path.map(folder -> Path.of(folder, "minio")), cached().stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> cached() throws IOException {
        var home = Path.of(System.getProperty("user.home"), ".cache", "trame").toString();
        var cache = Path.of(System.getenv().getOrDefault("TRAME_CACHE", home));
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (var folders = Files.newDirectoryStream(cache, "minio*")) {
            return StreamSupport.stream(folders.spliterator(), false)
                    .map(folder -> folder.resolve("minio"))
                    .toList();
        }
    }
}
