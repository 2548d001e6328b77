package fr.trame.app.storage.minio;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Where the launcher of the stack looks too: the PATH, then the cache that a build fills. */
    private static Optional<Path> binary() {
        var home = Path.of(System.getProperty("user.home"), ".cache", "trame").toString();
        var cache = Path.of(System.getenv().getOrDefault("TRAME_CACHE", home));
        var path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
        return Stream.concat(path.map(Path::of), Stream.of(cache.resolve("bin")))
                .map(folder -> folder.resolve("minio"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
