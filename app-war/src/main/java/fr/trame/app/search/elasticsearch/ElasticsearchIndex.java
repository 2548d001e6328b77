package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The index behind the alias {@code docs-<tenant>}, asked with the tenant's own API key: should this class ever name
 * the wrong index, Elasticsearch refuses. No tenant takes more than four searches at once.
 */
@ApplicationScoped
public class ElasticsearchIndex implements SearchIndex {

    private static final int SEARCHES_OF_ONE_TENANT = 4;
    private static final int MOST_ENTRIES = 500;

    /** At three bytes each, the most French takes, just under five megabytes. */
    private static final int MOST_CHARS = 1_600_000;

    private static final int CONFLICT = 409;

    @Inject
    @ConfigProperty(name = "trame.search.url")
    String address;

    @Inject
    TenantContext context;

    @Inject
    TenantSecrets secrets;

    private final Map<UUID, Semaphore> searches = new ConcurrentHashMap<>();
    private @Nullable IndexConnection connection;

    @PostConstruct
    void open() {
        connection = new IndexConnection(address);
    }

    @PreDestroy
    void disconnect() {
        try {
            connection().close();
        } catch (IOException open) {
            throw new UncheckedIOException(open);
        }
    }

    @Override
    public void put(List<Entry> entries) {
        var chunk = new ArrayList<Entry>();
        long chars = 0;
        for (Entry entry : entries) {
            long more = (long) entry.title().length() + Math.min(entry.body().length(), IndexedEntry.MOST_CHARS);
            if (chunk.size() == MOST_ENTRIES || (!chunk.isEmpty() && chars + more > MOST_CHARS)) {
                write(chunk.stream().map(ElasticsearchIndex::putting).toList());
                chunk.clear();
                chars = 0;
            }
            chunk.add(entry);
            chars += more;
        }
        write(chunk.stream().map(ElasticsearchIndex::putting).toList());
    }

    /** Version 0 is refused by the index, hence the one more. */
    private static BulkOperation putting(Entry entry) {
        return BulkOperation.of(operation -> operation.<IndexedEntry>index(
                index -> index.id(IndexedEntry.id(entry.kind(), entry.entity(), entry.page()))
                        .versionType(VersionType.External)
                        .version(entry.version() + 1)
                        .document(IndexedEntry.of(entry))));
    }

    /**
     * How many pages a document has is the index's to say, and it says it for what was refreshed only. The index
     * remembers what was removed for a minute: a late, older entry does not come back in that time.
     */
    @Override
    public void remove(Kind kind, UUID entity) {
        var ids = List.of(IndexedEntry.id(kind, entity, 0));
        if (kind == Kind.DOCUMENT) {
            refresh();
            var request = SearchRequests.entries(alias(), entity);
            ids = connection().read(key(), client -> client.search(request, Void.class)).hits().hits().stream()
                    .map(hit -> String.valueOf(hit.id()))
                    .toList();
        }
        write(ids.stream()
                .map(id -> BulkOperation.of(operation -> operation.delete(delete -> delete.id(id))))
                .toList());
    }

    private void write(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var request =
                BulkRequest.of(bulk -> bulk.index(alias()).requireAlias(true).operations(operations));
        check(connection().write(key(), client -> client.bulk(request)));
    }

    /** What the index holds newer already is as it should be; removing what is not there is no error to begin with. */
    private static void check(BulkResponse response) {
        for (BulkResponseItem item : response.items()) {
            var error = item.error();
            if (error != null && item.status() != CONFLICT) {
                throw new IndexUnavailable(
                        "the index refused " + item.id() + " with " + item.status(),
                        new IOException(error.type() + ": " + error.reason()));
            }
        }
    }

    @Override
    public Result find(Query query) {
        var words = SearchWords.of(query.words());
        if (words.isEmpty() || query.workspaces().isEmpty()) {
            return SearchResults.NOTHING;
        }
        var ours = searches.computeIfAbsent(context.tenant().id(), tenant -> new Semaphore(SEARCHES_OF_ONE_TENANT));
        IndexConnection.takePlace(ours);
        try {
            return search(query, words);
        } finally {
            ours.release();
        }
    }

    private Result search(Query query, SearchWords words) {
        var request = SearchRequests.search(alias(), query, words);
        var response = connection().read(key(), client -> client.search(request, IndexedEntry.class));
        if (response.timedOut()) {
            throw new IndexUnavailable("the index is too slow", new IOException("a part of the answer is missing"));
        }
        boolean nothing = SearchResults.total(response) == 0;
        return SearchResults.result(response, nothing ? correction(query, words) : null);
    }

    /** Suggestions know every word of the tenant; one is shown only when it finds something this person may read. */
    private @Nullable String correction(Query query, SearchWords words) {
        if (words.main().isEmpty() || !words.prefixes().isEmpty()) {
            return null;
        }
        var suggestions = SearchRequests.suggestions(alias(), words.main());
        var better =
                Correction.of(words.main(), connection().read(key(), client -> client.search(suggestions, Void.class)));
        if (better == null) {
            return null;
        }
        var probe = SearchRequests.probe(alias(), SearchWords.of(better), query.workspaces());
        var total = connection()
                .read(key(), client -> client.search(probe, Void.class))
                .hits()
                .total();
        return total != null && total.value() > 0 ? better : null;
    }

    @Override
    public void refresh() {
        connection().write(key(), client -> client.indices().refresh(refresh -> refresh.index(alias())));
    }

    private String alias() {
        return "docs-" + context.tenant().id();
    }

    private String key() {
        return secrets.secret("SEARCH_KEY");
    }

    private IndexConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("not opened");
        }
        return connection;
    }
}
