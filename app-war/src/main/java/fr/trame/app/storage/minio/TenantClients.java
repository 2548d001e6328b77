package fr.trame.app.storage.minio;

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

    private final OkHttpClient http;
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
                .readTimeout(30, TimeUnit.SECONDS)
                .writeTimeout(30, TimeUnit.SECONDS)
                .build();
    }

    /** @param secret {@code access:secret} */
    MinioClient client(String endpoint, UUID tenant, String secret) {
        return clients.compute(
                        tenant,
                        (id, known) -> known != null && known.secret().equals(secret)
                                ? known
                                : new Signed(secret, connect(endpoint, secret)))
                .client();
    }

    private MinioClient connect(String endpoint, String secret) {
        int colon = secret.indexOf(':');
        if (colon < 1) {
            throw new IllegalStateException("the tenant's key for the store is not of the form access:secret");
        }
        // A region said here spares a question about the bucket, which the tenant's key may not ask.
        return MinioClient.builder()
                .endpoint(endpoint)
                .region("us-east-1")
                .credentials(secret.substring(0, colon), secret.substring(colon + 1))
                .httpClient(http)
                .build();
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private record Signed(String secret, MinioClient client) {}
}
