package fr.trame.app.storage.minio;

import fr.trame.app.CircuitBreaker;
import fr.trame.app.storage.ObjectStore.StoreUnavailable;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The connections all tenants share; every failure comes out as {@link StoreUnavailable}. */
final class StoreConnection {

    private static final int PATIENCE_MILLIS = 1_000;

    private final Semaphore places;
    private final TenantClients clients;
    private final CircuitBreaker breaker = new CircuitBreaker();

    StoreConnection(int callsAtOnce) {
        places = new Semaphore(callsAtOnce);
        clients = new TenantClients(callsAtOnce);
    }

    /** @param secret of the tenant, {@code access:secret} */
    <T> T call(String endpoint, UUID tenant, String secret, Call<T> call) {
        return call(clients.client(endpoint, tenant, secret), call);
    }

    /** The same for a call whose answer is read after it. */
    <T> T download(String endpoint, UUID tenant, String secret, Call<T> call) {
        return call(clients.downloads(endpoint, tenant, secret), call);
    }

    private <T> T call(MinioClient client, Call<T> call) {
        takePlace();
        try {
            var result = call.on(client);
            breaker.answered();
            return result;
        } catch (MinioException | IllegalStateException failure) {
            // The client dresses a connection that fails as an IllegalStateException.
            throw unavailable(failure);
        } finally {
            places.release();
        }
    }

    /** The same for the calls of an upload in parts. */
    <T> T inParts(String endpoint, UUID tenant, String secret, PartCall<T> call) {
        var client = clients.inParts(endpoint, tenant, secret);
        takePlace();
        try {
            var result = call.on(client).join();
            breaker.answered();
            return result;
        } catch (CompletionException failure) {
            throw unavailable(failure.getCause() == null ? failure : failure.getCause());
        } catch (MinioException | IllegalStateException failure) {
            throw unavailable(failure);
        } finally {
            places.release();
        }
    }

    private StoreUnavailable unavailable(Throwable failure) {
        if (isSilence(failure)) {
            breaker.failed();
        } else {
            breaker.answered();
        }
        return new StoreUnavailable("the store refused or did not answer: " + failure.getMessage(), failure);
    }

    /** @return whether the store did not answer; a sender who breaks off is none of its doing */
    private static boolean isSilence(Throwable failure) {
        boolean silent = false;
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof MeasuredStream.Unread) {
                return false;
            }
            silent |= each instanceof ConnectException || each instanceof InterruptedIOException;
        }
        return silent;
    }

    /** A store that hangs must not take all threads of the server with it. */
    private void takePlace() {
        if (breaker.isOpen()) {
            throw new StoreUnavailable("the store did not answer lately", new TimeoutException());
        }
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

    void close() {
        clients.close();
    }

    /** One call to the store. */
    interface Call<T> {
        T on(MinioClient client) throws MinioException;
    }

    /** One call to the store that answers later; its timeouts are those of the connection. */
    interface PartCall<T> {
        CompletableFuture<T> on(MinioAsyncClient client) throws MinioException;
    }
}
