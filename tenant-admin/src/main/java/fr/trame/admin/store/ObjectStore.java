package fr.trame.admin.store;

import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The buckets of the tenants, as the store's administrator. The client reports an unreachable store as an
 * IllegalStateException, not as its own exception.
 */
public final class ObjectStore {

    public static final List<String> SETTINGS =
            List.of("TRAME_STORE_ENDPOINT", "TRAME_STORE_KIND", "TRAME_STORE_ROOT_KEY", "TRAME_STORE_ROOT_SECRET");

    private static final Set<String> KEY_REFUSED =
            Set.of("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "Forbidden");

    private final String endpoint;
    private final OkHttpClient http;
    private final Identities identities;
    private final MinioClient root;

    private ObjectStore(String endpoint, StoreKey root, OkHttpClient http, Identities identities) {
        this.endpoint = endpoint;
        this.http = http;
        this.identities = identities;
        this.root = client(root);
    }

    public static ObjectStore from(Settings settings) {
        settings.require(SETTINGS);
        var endpoint = settings.get("TRAME_STORE_ENDPOINT");
        var root = new StoreKey(settings.get("TRAME_STORE_ROOT_KEY"), settings.get("TRAME_STORE_ROOT_SECRET"));
        var http = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(Executors.newCachedThreadPool(ObjectStore::daemon)))
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                .writeTimeout(10, TimeUnit.SECONDS)
                .build();
        try {
            return new ObjectStore(endpoint, root, http, identities(settings, endpoint, root, http));
        } catch (IllegalArgumentException notAnAddress) {
            throw new Refused(
                    "TRAME_STORE_ENDPOINT is '" + endpoint + "': give an address like http://127.0.0.1:9000.");
        }
    }

    /** The client's own threads would keep a program alive for a minute after its last call. */
    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "object-store");
        thread.setDaemon(true);
        return thread;
    }

    private static Identities identities(Settings settings, String endpoint, StoreKey root, OkHttpClient http) {
        var kind = settings.get("TRAME_STORE_KIND");
        return switch (kind) {
            case "minio" -> new MinioIdentities(endpoint, root, http);
            case "s3proxy" -> new SharedIdentity(root);
            default -> throw new Refused("TRAME_STORE_KIND is '" + kind + "': give minio or s3proxy.");
        };
    }

    public static String bucketOf(UUID tenant) {
        return "t-" + tenant;
    }

    /** @return whether the bucket was missing */
    public boolean ensureBucket(UUID tenant) {
        var bucket = bucketOf(tenant);
        try {
            if (exists(root, bucket)) {
                return false;
            }
            root.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            return true;
        } catch (MinioException | IllegalStateException failed) {
            throw failure(failed);
        }
    }

    /** Whether this is the tenant's own key and still opens its bucket. */
    public boolean isAlive(UUID tenant, StoreKey key) {
        try {
            return identities.belongsTo(tenant, key) && exists(client(key), bucketOf(tenant));
        } catch (ErrorResponseException refused) {
            if (KEY_REFUSED.contains(refused.errorResponse().code())) {
                return false;
            }
            throw failure(refused);
        } catch (MinioException | IllegalStateException failed) {
            throw failure(failed);
        }
    }

    public StoreKey issueKey(UUID tenant) {
        return identities.issue(tenant);
    }

    public String remark() {
        return identities.remark();
    }

    private static boolean exists(MinioClient client, String bucket) throws MinioException {
        return client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build());
    }

    private MinioClient client(StoreKey key) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .credentials(key.access(), key.secret())
                .httpClient(http)
                .build();
    }

    private ServiceFailure failure(Exception failed) {
        return new ServiceFailure("Object store at " + endpoint + ": " + failed.getMessage(), failed);
    }
}
