package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientOptions;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import fr.trame.app.CircuitBreaker;
import fr.trame.app.search.SearchIndex.IndexUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpHost;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;

/** The connections all tenants share; who asks is said with each call. */
final class IndexConnection {

    private static final int CALLS_AT_ONCE = 20;
    private static final int PATIENCE_MILLIS = 500;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int SEARCH_MILLIS = 4_000;

    /** Nobody waits in front of a screen for a bulk of five megabytes. */
    private static final int WRITE_MILLIS = 30_000;

    private final RestClientTransport transport;
    private final ElasticsearchAsyncClient client;
    private final Semaphore places = new Semaphore(CALLS_AT_ONCE);
    private final CircuitBreaker breaker = new CircuitBreaker();

    IndexConnection(String address) {
        var rest = RestClient.builder(HttpHost.create(address))
                .setHttpClientConfigCallback(
                        http -> http.setMaxConnTotal(CALLS_AT_ONCE).setMaxConnPerRoute(CALLS_AT_ONCE))
                .setRequestConfigCallback(config -> timeouts(SEARCH_MILLIS))
                .build();
        transport = new RestClientTransport(rest, new JacksonJsonpMapper());
        client = new ElasticsearchAsyncClient(transport);
    }

    private static RequestConfig.Builder timeouts(int socketMillis) {
        return RequestConfig.custom()
                .setConnectTimeout(CONNECT_MILLIS)
                .setConnectionRequestTimeout(CONNECT_MILLIS)
                .setSocketTimeout(socketMillis);
    }

    /** @param key of the tenant, as Elasticsearch encodes API keys */
    <T> T read(String key, Call<T> call) {
        return call(key, SEARCH_MILLIS, call);
    }

    /** @param key of the tenant, as Elasticsearch encodes API keys */
    <T> T write(String key, Call<T> call) {
        return call(key, WRITE_MILLIS, call);
    }

    /** @return the names of what is found */
    List<String> ids(String key, SearchRequest request) {
        return read(key, found -> found.search(request, Void.class)).hits().hits().stream()
                .map(hit -> String.valueOf(hit.id()))
                .toList();
    }

    private <T> T call(String key, int millis, Call<T> call) {
        if (breaker.isOpen()) {
            throw new IndexUnavailable("the index did not answer lately", new TimeoutException());
        }
        takePlace(places);
        try {
            var result = answer(call.on(client.withTransportOptions(options(key, millis))), millis);
            breaker.answered();
            return result;
        } catch (ElasticsearchException refusal) {
            breaker.answered();
            throw new IndexUnavailable("the index refused: " + refusal.getMessage(), refusal);
        } catch (IOException | TimeoutException failure) {
            breaker.failed();
            throw new IndexUnavailable("the index does not answer: " + failure.getMessage(), failure);
        } finally {
            places.release();
        }
    }

    /**
     * The connection's own limit is for the next byte: an index that sends one a second would be waited for without an end.
     * So the whole call has an end too.
     */
    private static <T> T answer(CompletableFuture<T> answer, int millis) throws IOException, TimeoutException {
        try {
            return answer.get(millis + CONNECT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ElasticsearchException refusal) {
                throw refusal;
            }
            throw failure.getCause() instanceof IOException silence ? silence : new IOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the index was asked", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    private static RestClientOptions options(String key, int millis) {
        var options = RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(timeouts(millis).build());
        options.addHeader("Authorization", "ApiKey " + key);
        return new RestClientOptions(options.build(), false);
    }

    static void takePlace(Semaphore places) {
        try {
            if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IndexUnavailable("too many calls to the index at once", new TimeoutException());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable("interrupted before the index was asked", stopped);
        }
    }

    void close() throws IOException {
        transport.close();
    }

    /** One call to the index. */
    interface Call<T> {
        CompletableFuture<T> on(ElasticsearchAsyncClient client);
    }
}
