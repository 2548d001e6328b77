package fr.trame.app.storage.minio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.ObjectStore.StoreUnavailable;
import fr.trame.app.storage.ObjectStoreContract;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import io.minio.ListMultipartUploadsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter must do on every server that speaks S3. One server, one bucket, for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class S3StoreContract extends ObjectStoreContract {

    static final String ROOT = "rootkey";
    static final String ROOT_SECRET = "rootsecret";

    final UUID tenant = UUID.randomUUID();

    private MinioObjectStore store = new MinioObjectStore();
    private @Nullable ServerProcess server;

    /** @param folder for all it keeps */
    abstract ServerProcess start(Path folder) throws Exception;

    @BeforeAll
    void openTenant(@TempDir Path folder) throws Exception {
        server = start(folder);
        root().makeBucket(MakeBucketArgs.builder().bucket("t-" + tenant).build());
        store = store(port(), tenant, ROOT + ":" + ROOT_SECRET);
    }

    @AfterAll
    void close() throws Exception {
        store.disconnect();
        if (server != null) {
            server.stop();
        }
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void aFailedUploadLeavesNoParts() throws Exception {
        assertThrows(IOException.class, () -> put(key(), random(22 * 1024 * 1024), 1L << 40));
        var root = MinioAsyncClient.builder()
                .endpoint("http://127.0.0.1:" + port())
                .region("us-east-1")
                .credentials(ROOT, ROOT_SECRET)
                .build();
        var left = root.listMultipartUploads(
                        ListMultipartUploadsArgs.builder().bucket("t-" + tenant).build())
                .get()
                .result()
                .uploads();
        assertTrue(left.isEmpty(), () -> left.size() + " uploads left");
    }

    /** Two at once get past the look; the condition on the write lets one of them win. */
    @Test
    void ofTwoWritersAtOnceOneWins() throws Exception {
        for (int size : new int[] {100, 11 * 1024 * 1024}) {
            assertEquals(1, winners(size), () -> size + " bytes");
        }
    }

    private int winners(int size) throws Exception {
        var key = key();
        var threads = Executors.newFixedThreadPool(4);
        Callable<Object> write = () -> put(key, random(size), size);
        int won = 0;
        for (var outcome : threads.invokeAll(Collections.nCopies(4, write))) {
            try {
                outcome.get();
                won++;
            } catch (ExecutionException lost) {
                assertTrue(
                        lost.getCause() instanceof IllegalStateException || lost.getCause() instanceof StoreUnavailable,
                        () -> String.valueOf(lost.getCause()));
            }
        }
        threads.shutdown();
        return won;
    }

    @Test
    void aWrongKeyIsRefused() {
        var wrong = store(port(), tenant, ROOT + ":guessed");
        assertThrows(StoreUnavailable.class, () -> wrong.open(key()).close());
        assertThrows(StoreUnavailable.class, () -> wrong.exists(key()));
        wrong.disconnect();
    }

    @Test
    void anotherTenantSeesNothingOfOurs() throws Exception {
        var key = key();
        put(key, random(10), 10);
        var other = UUID.randomUUID();
        root().makeBucket(MakeBucketArgs.builder().bucket("t-" + other).build());
        var theirs = store(port(), other, ROOT + ":" + ROOT_SECRET);
        assertFalse(theirs.exists(key));
        assertThrows(NoSuchElementException.class, () -> theirs.open(key).close());
        theirs.disconnect();
    }

    @Test
    void aMissingBucketIsTroubleNotAnAnswer() {
        var nowhere = store(port(), UUID.randomUUID(), ROOT + ":" + ROOT_SECRET);
        assertThrows(
                StoreUnavailable.class, () -> nowhere.put(key(), new ByteArrayInputStream(random(3)), 3, "text/plain"));
        nowhere.disconnect();
    }

    @Test
    void aStoreThatIsDownIsSaidQuickly() throws Exception {
        var down = store(ServerProcess.freePort(), tenant, ROOT + ":" + ROOT_SECRET);
        long start = System.nanoTime();
        assertThrows(StoreUnavailable.class, () -> down.exists(key()));
        assertFalse(System.nanoTime() - start > 4_000_000_000L);
        down.disconnect();
    }

    final int port() {
        return Objects.requireNonNull(server).port;
    }

    final MinioClient root() {
        return MinioClient.builder()
                .endpoint("http://127.0.0.1:" + port())
                .region("us-east-1")
                .credentials(ROOT, ROOT_SECRET)
                .build();
    }

    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    static MinioObjectStore store(int port, UUID tenant, String secret) {
        var store = new MinioObjectStore();
        store.endpoint = "http://127.0.0.1:" + port;
        store.context = new TenantContext();
        store.context.set(new Tenant(tenant, "test", "Test", "REGION", "TI_2018", "EUR", "#000091"));
        store.secrets = new TenantSecrets() {
            @Override
            public String secret(String name) {
                return secret;
            }
        };
        return store;
    }
}
