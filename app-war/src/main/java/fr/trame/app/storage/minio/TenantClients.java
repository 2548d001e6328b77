package fr.trame.app.storage.minio;

import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * One client for each tenant, signing with that tenant's key, over connections they all share. A key that was changed
 * replaces its client, so there are never more clients than tenants.
 */
final class TenantClients {

    /** Said here, it spares a question about the bucket, which the tenant's key may not ask. */
    private static final String REGION = "us-east-1";

    /** The longest a call may take as a whole; what is longer comes in parts of eight mebibytes. */
    private static final int CALL_SECONDS = 60;

    private final OkHttpClient http;

    /** For what people take as slowly as their line is: it ends when nothing comes for a while. */
    private final OkHttpClient downloads;

    private final OkHttpClient parts;

    private final Map<UUID, Signed> clients = new ConcurrentHashMap<>();

    /** @param callsAtOnce over all tenants */
    TenantClients(int callsAtOnce) {
        var dispatcher = new Dispatcher();
        // The default of five calls a host would be the real bulkhead: there is one host.
        dispatcher.setMaxRequests(callsAtOnce);
        dispatcher.setMaxRequestsPerHost(callsAtOnce);
        // No retry here: a caller in a request wants a quick answer, work in the background has its own patience.
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(callsAtOnce, 1, TimeUnit.MINUTES))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(10, TimeUnit.SECONDS)
                .writeTimeout(10, TimeUnit.SECONDS)
                // The limits above are for the next byte: a store that sends one a second would keep its place for
                // ever.
                .callTimeout(CALL_SECONDS, TimeUnit.SECONDS)
                .build();
        downloads = http.newBuilder().callTimeout(0, TimeUnit.SECONDS).build();
        // To put the parts of a large object together takes some stores a while.
        parts = http.newBuilder().readTimeout(30, TimeUnit.SECONDS).build();
    }

    /** @param secret {@code access:secret} */
    MinioClient client(String endpoint, UUID tenant, String secret) {
        return signed(endpoint, tenant, secret).client();
    }

    /** The same for reading an object. */
    MinioClient downloads(String endpoint, UUID tenant, String secret) {
        return signed(endpoint, tenant, secret).downloads();
    }

    /** The same for the calls the other client does not offer: those of an upload in parts. */
    MinioAsyncClient inParts(String endpoint, UUID tenant, String secret) {
        return signed(endpoint, tenant, secret).inParts();
    }

    private Signed signed(String endpoint, UUID tenant, String secret) {
        return clients.compute(
                tenant,
                (id, known) -> known != null && known.secret().equals(secret) ? known : connect(endpoint, secret));
    }

    private Signed connect(String endpoint, String secret) {
        int colon = secret.indexOf(':');
        if (colon < 1) {
            throw new IllegalStateException("the tenant's key for the store is not of the form access:secret");
        }
        var access = secret.substring(0, colon);
        var hidden = secret.substring(colon + 1);
        return new Signed(
                secret,
                client(endpoint, access, hidden, http),
                client(endpoint, access, hidden, downloads),
                MinioAsyncClient.builder()
                        .endpoint(endpoint)
                        .region(REGION)
                        .credentials(access, hidden)
                        .httpClient(parts)
                        .build());
    }

    private static MinioClient client(String endpoint, String access, String hidden, OkHttpClient http) {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(REGION)
                .credentials(access, hidden)
                .httpClient(http)
                .build();
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private record Signed(String secret, MinioClient client, MinioClient downloads, MinioAsyncClient inParts) {}
}
