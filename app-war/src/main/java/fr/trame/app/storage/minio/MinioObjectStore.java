package fr.trame.app.storage.minio;

import fr.trame.app.storage.ObjectStore;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the bucket {@code t-<tenant>} of any store that speaks S3. Signed with the tenant's own key: should this
 * class ever name the wrong bucket, the store refuses.
 */
@ApplicationScoped
public class MinioObjectStore implements ObjectStore {

    static final int CALLS_AT_ONCE = 20;
    private static final int PATIENCE_MILLIS = 1_000;

    /**
     * What one upload holds in memory; anything smaller goes in a single request. A power of two: the client's buffer
     * grows by doubling, so that 10 MiB would cost 16.
     */
    private static final long PART_SIZE = 8L * 1024 * 1024;

    @Inject
    @ConfigProperty(name = "trame.store.endpoint")
    String endpoint;

    @Inject
    TenantContext context;

    @Inject
    TenantSecrets secrets;

    private final Semaphore places = new Semaphore(CALLS_AT_ONCE);
    private final TenantClients clients = new TenantClients(CALLS_AT_ONCE);

    /**
     * Write-once twice over: a look first, so that nothing is sent in vain, then the condition {@code If-None-Match: *}
     * that closes the gap between look and write in stores that know it (S3 and MinIO do, also when a multipart upload
     * completes). Keys are fresh random identifiers, so a store that ignores the condition loses little.
     *
     * <p>The size is never given to the client: with it, a stream that is longer would be cut without a word. Without
     * it the client reads one part ahead and sends small objects in one request all the same. It aborts a multipart
     * upload that fails.
     */
    @Override
    public Written put(String key, InputStream bytes, long size, String mediaType) throws IOException {
        if (exists(key)) {
            throw new IllegalStateException("the key is taken: " + key);
        }
        var measured = new MeasuredStream(bytes, size);
        try {
            call(client -> client.putObject(PutObjectArgs.builder()
                    .bucket(bucket())
                    .object(key)
                    .extraHeaders(Map.of("If-None-Match", "*"))
                    .contentType(mediaType)
                    .stream(measured, -1L, PART_SIZE)
                    .build()));
        } catch (StoreUnavailable refused) {
            throw cause(refused, measured, key);
        }
        return new Written(measured.hex(), measured.size());
    }

    private static RuntimeException cause(StoreUnavailable refused, MeasuredStream measured, String key)
            throws IOException {
        var unread = measured.failure();
        if (unread != null) {
            throw new IOException("cannot read what is to be stored: " + unread.getMessage(), unread);
        }
        return "PreconditionFailed".equals(code(refused.getCause()))
                ? new IllegalStateException("the key is taken: " + key, refused)
                : refused;
    }

    @Override
    public InputStream open(String key) {
        try {
            return call(client -> client.getObject(
                    GetObjectArgs.builder().bucket(bucket()).object(key).build()));
        } catch (StoreUnavailable refused) {
            throw isMissing(refused) ? new NoSuchElementException("no object " + key) : refused;
        }
    }

    @Override
    public void delete(String key) {
        call(client -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket()).object(key).build());
            return true;
        });
    }

    @Override
    public boolean exists(String key) {
        try {
            call(client -> client.statObject(
                    StatObjectArgs.builder().bucket(bucket()).object(key).build()));
            return true;
        } catch (StoreUnavailable refused) {
            if (isMissing(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private String bucket() {
        return "t-" + context.tenant().id();
    }

    /** Every failure comes out as {@link StoreUnavailable}; the callers above know the ones that are none. */
    private <T> T call(Call<T> call) {
        var client = clients.client(endpoint, context.tenant().id(), secrets.secret("STORE_KEY"));
        takePlace();
        try {
            return call.on(client);
        } catch (MinioException | IllegalStateException failure) {
            // The client dresses a connection that fails as an IllegalStateException.
            throw new StoreUnavailable("the store refused or did not answer: " + failure.getMessage(), failure);
        } finally {
            places.release();
        }
    }

    /** A store that hangs must not take all threads of the server with it. */
    private void takePlace() {
        try {
            if (places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            throw new StoreUnavailable("too many calls to the store at once", new TimeoutException());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted before the store was asked", stopped);
        }
    }

    private static boolean isMissing(StoreUnavailable refused) {
        return "NoSuchKey".equals(code(refused.getCause()));
    }

    private static @Nullable String code(@Nullable Throwable failure) {
        return failure instanceof ErrorResponseException response
                ? response.errorResponse().code()
                : null;
    }

    @PreDestroy
    void disconnect() {
        clients.close();
    }

    /** One call to the store. */
    private interface Call<T> {
        T on(MinioClient client) throws MinioException;
    }
}
