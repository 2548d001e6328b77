package fr.trame.infra.bench;

import fr.trame.admin.store.StoreKey;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The tenant's bucket, written with the tenant's own key and the store's own client as anybody would use it. */
final class Store {

    private final MinioClient client;
    private final String bucket;
    private final Queue<String> written = new ConcurrentLinkedQueue<>();

    Store(Place place) {
        var key = StoreKey.of(place.secret("STORE_KEY"));
        client = MinioClient.builder()
                .endpoint(place.variable("TRAME_STORE_ENDPOINT"))
                .region("us-east-1")
                .credentials(key.access(), key.secret())
                .httpClient(place.http().client())
                .build();
        bucket = "t-" + place.tenant();
    }

    /** The size is known and the client chooses its parts itself. */
    void put(SampleFile file) {
        var key = "bench/" + UUID.randomUUID();
        try {
            client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).contentType(file.mediaType()).stream(
                            new ByteArrayInputStream(file.bytes()), (long) file.bytes().length, -1L)
                    .build());
            written.add(key);
        } catch (MinioException refused) {
            throw new BenchFailure("The store refused an object: " + refused.getMessage(), refused);
        }
    }

    /** The product would never find these again. */
    void removeWritten() {
        try {
            for (var key = written.poll(); key != null; key = written.poll()) {
                client.removeObject(
                        RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            }
        } catch (MinioException refused) {
            throw new BenchFailure("The store does not remove an object: " + refused.getMessage(), refused);
        }
    }
}
