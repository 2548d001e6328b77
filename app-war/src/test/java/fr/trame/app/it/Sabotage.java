package fr.trame.app.it;

import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What a failing disk, a careless operator or a restored backup does, behind the product's back, in one tenant. */
final class Sabotage {

    private final String bucket;
    private final String alias;
    private final MinioClient store = MinioClient.builder()
            .endpoint(secret("TRAME_STORE_ENDPOINT"))
            .region("us-east-1")
            .credentials(secret("TRAME_STORE_ROOT_KEY"), secret("TRAME_STORE_ROOT_SECRET"))
            .build();

    Sabotage(String tenant) {
        var id = Rows.of(tenant).text("select id from tenant where alias = ?", tenant);
        bucket = "t-" + id;
        alias = "docs-" + id;
    }

    /** What operators know and the application does not. */
    private static String secret(String name) {
        var home = Part.home().orElseThrow(() -> new IllegalStateException("sabotage needs the stack of the build"));
        return Objects.requireNonNull(Part.properties(home.resolve("app.env")).getProperty(name), name);
    }

    void removeObject(String key) throws MinioException {
        store.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
    }

    void writeObject(String key, byte[] bytes) throws MinioException {
        store.putObject(PutObjectArgs.builder().bucket(bucket).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .build());
    }

    boolean hasObject(String key) throws MinioException {
        try {
            store.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        } catch (ErrorResponseException missing) {
            return false;
        }
    }

    /** As a disk loses them: the index remembers what it was told to remove, and refuses it for a minute. */
    void removeEntries(String entity) {
        index("PUT", "/_settings", "{\"index.gc_deletes\": \"0s\"}");
        var found = index("POST", "/_search?size=100", "{\"query\": " + of(entity) + ", \"_source\": false}")
                .json();
        found.path("hits")
                .path("hits")
                .forEach(hit -> index("DELETE", "/_doc/" + hit.path("_id").asText() + "?refresh=true", ""));
        forget();
        index("POST", "/_refresh", "");
        index("PUT", "/_settings", "{\"index.gc_deletes\": null}");
    }

    /** The index looks at a clock that it reads now and then. */
    private static void forget() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String of(String entity) {
        return "{\"term\": {\"entity\": \"" + entity + "\"}}";
    }

    void writeEntry(String id, String json) {
        index("PUT", "/_doc/" + id + "?refresh=true", json);
    }

    long entries(String entity) {
        return index("POST", "/_count", "{\"query\": " + of(entity) + "}")
                .json()
                .path("count")
                .asLong();
    }

    private Answer index(String method, String path, String json) {
        var login = secret("TRAME_SEARCH_ADMIN_USER") + ":" + secret("TRAME_SEARCH_ADMIN_PASSWORD");
        var answer = Product.send(HttpRequest.newBuilder(URI.create(secret("TRAME_SEARCH_URL") + "/" + alias + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(json)));
        if (answer.status() >= 300) {
            throw new IllegalStateException("the index refused: " + answer);
        }
        return answer;
    }
}
