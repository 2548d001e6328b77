package fr.trame.app.storage.minio;

import fr.trame.app.storage.ObjectStore;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Part;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the bucket {@code t-<tenant>} of any store that speaks S3. Signed with the tenant's own key: should this
 * class ever name the wrong bucket, the store refuses.
 */
@ApplicationScoped
public class MinioObjectStore implements ObjectStore {

    static final int CALLS_AT_ONCE = 20;

    private static final Map<String, String> WRITE_ONCE = Map.of("If-None-Match", "*");

    @Inject
    @ConfigProperty(name = "trame.store.endpoint")
    String endpoint;

    @Inject
    TenantContext context;

    @Inject
    TenantSecrets secrets;

    private final StoreConnection connection = new StoreConnection(CALLS_AT_ONCE);

    /**
     * Write-once by the condition {@code If-None-Match: *}, which S3, MinIO and S3Proxy know. What comes in parts is looked
     * for first as well, so that nothing is sent in vain, and as not every store minds the condition when parts are put
     * together. Keys are fresh random identifiers, so a store that ignores it loses little.
     *
     * <p>A part is read from its sender before the store is called: who sends slowly keeps nobody else from the store.
     */
    @Override
    public Written put(String key, InputStream bytes, long size, String mediaType) throws IOException {
        var measured = new MeasuredStream(bytes, size);
        try {
            var first = measured.readNBytes(LongUpload.PART);
            if (first.length < LongUpload.PART) {
                putWhole(key, first, mediaType);
            } else if (exists(key)) {
                throw new IllegalStateException("the key is taken: " + key);
            } else {
                LongUpload.send(this, key, mediaType, first, measured);
            }
        } catch (StoreUnavailable refused) {
            throw "PreconditionFailed".equals(code(refused.getCause()))
                    ? new IllegalStateException("the key is taken: " + key, refused)
                    : refused;
        }
        return new Written(measured.hex(), measured.size());
    }

    private void putWhole(String key, byte[] bytes, String mediaType) {
        call(client -> client.putObject(
                PutObjectArgs.builder()
                        .bucket(bucket())
                        .object(key)
                        .extraHeaders(WRITE_ONCE)
                        .contentType(mediaType)
                        .stream(new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .build()));
    }

    @Override
    public String begin(String key, String mediaType) {
        var args = CreateMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .headers(new Http.Headers(Map.of("Content-Type", mediaType)))
                .build();
        return inParts(client -> client.createMultipartUpload(args)).result().uploadId();
    }

    @Override
    public String part(String key, String multipart, int number, byte[] bytes) {
        var args = UploadPartArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(multipart)
                .partNumber(number)
                .data(bytes, bytes.length)
                .build();
        return attempt(multipart, client -> client.uploadPart(args)).part().etag();
    }

    @Override
    public void complete(String key, String multipart, List<String> parts) {
        var numbered = new Part[parts.size()];
        for (var index = 0; index < numbered.length; index++) {
            numbered[index] = new Part(index + 1, parts.get(index));
        }
        var args = CompleteMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(multipart)
                .parts(numbered)
                .extraHeaders(WRITE_ONCE)
                .build();
        attempt(multipart, client -> client.completeMultipartUpload(args));
    }

    private <T> T attempt(String multipart, StoreConnection.PartCall<T> call) {
        try {
            return inParts(call);
        } catch (StoreUnavailable refused) {
            throw "NoSuchUpload".equals(code(refused.getCause()))
                    ? new NoSuchElementException("no upload " + multipart)
                    : refused;
        }
    }

    @Override
    public void abort(String key, String multipart) {
        var args = AbortMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(multipart)
                .build();
        try {
            inParts(client -> client.abortMultipartUpload(args));
        } catch (StoreUnavailable refused) {
            if (!"NoSuchUpload".equals(code(refused.getCause()))) {
                throw refused;
            }
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return download(client -> client.getObject(
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

    /** The client asks for a page when the one before is read: the bound keeps it to one page. */
    @Override
    public List<Listed> list(String after, int atMost) {
        return call(client -> {
            var objects = client.listObjects(ListObjectsArgs.builder()
                    .bucket(bucket())
                    .recursive(true)
                    .startAfter(after)
                    .maxKeys(atMost)
                    .build());
            var listed = new ArrayList<Listed>();
            for (var each : objects) {
                var item = each.get();
                listed.add(new Listed(
                        item.objectName(), item.size(), item.lastModified().toInstant()));
                if (listed.size() == atMost) {
                    break;
                }
            }
            return listed;
        });
    }

    private String bucket() {
        return "t-" + context.tenant().id();
    }

    private <T> T call(StoreConnection.Call<T> call) {
        return connection.call(endpoint, context.tenant().id(), secrets.secret("STORE_KEY"), call);
    }

    private <T> T download(StoreConnection.Call<T> call) {
        return connection.download(endpoint, context.tenant().id(), secrets.secret("STORE_KEY"), call);
    }

    private <T> T inParts(StoreConnection.PartCall<T> call) {
        return connection.inParts(endpoint, context.tenant().id(), secrets.secret("STORE_KEY"), call);
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
        connection.close();
    }
}
