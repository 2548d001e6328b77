package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** Half a page. */
    private static final int FEW = 10;

    @Inject
    @ConfigProperty(name = "trame.search.url")
    String address;

    @Inject
    TenantContext context;

    @Inject
    TenantSecrets secrets;

    private final Map<UUID, Semaphore> searches = new ConcurrentHashMap<>();
    private @Nullable IndexConnection connection;

    /**
     * Outside of the server, for tests and measures.
     *
     * @param context says the tenant
     * @param secrets hold its key
     */
    @SuppressWarnings("UnnecessaryAssignment") // the caller stands in for the container
    public static ElasticsearchIndex connected(String address, TenantContext context, TenantSecrets secrets) {
        var index = new ElasticsearchIndex();
        index.address = address;
        index.context = context;
        index.secrets = secrets;
        index.open();
        return index;
    }

    @PostConstruct
    void open() {
        connection = new IndexConnection(address);
    }

    @PreDestroy
    public void disconnect() {
        try {
            connection().close();
        } catch (IOException open) {
            throw new UncheckedIOException(open);
        }
    }

    @Override
    public void put(List<Entry> entries) {
        Portions.of(entries).forEach(this::write);
    }

    @Override
    public void remove(Kind kind, UUID entity) {
        delete(kind == Kind.DOCUMENT ? entries(entity) : List.of(IndexedEntry.id(kind, entity, 0)));
    }

    @Override
    public void keepPages(UUID document, Set<Integer> pages) {
        delete(entries(document).stream()
                .filter(IndexedEntry.otherThan(document, pages))
                .toList());
    }

    private List<String> entries(UUID entity) {
        refresh();
        return connection().ids(key(), SearchRequests.entries(alias(), entity));
    }

    private void delete(List<String> ids) {
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
        Portions.check(connection().write(key(), client -> client.bulk(request)));
    }

    @Override
    public Result find(Query query) {
        var words = SearchWords.of(query.words());
        if ((words.isEmpty() && !query.everything()) || query.workspaces().isEmpty()) {
            return Result.NOTHING;
        }
        var found = best(query, words, SearchRequests::search);
        var corrected = found.words().plain().equals(words.plain())
                ? null
                : found.words().typed();
        return SearchResults.result(found, corrected);
    }

    /** The entities {@link #find} finds, in its order, by the same questions; without what a page shows of them. */
    public List<UUID> ranking(Query query) {
        var words = SearchWords.of(query.words());
        return words.isEmpty() ? List.of() : SearchResults.entities(best(query, words, SearchRequests::ranking));
    }

    /** Whoever types waits for nobody who searches: those four places are not taken. */
    @Override
    public List<Hit> suggest(String typed, Set<UUID> workspaces, int each) {
        var beginnings = Beginnings.of(typed);
        if (beginnings.isEmpty() || workspaces.isEmpty()) {
            return List.of();
        }
        var request = beginnings.request(alias(), workspaces, each);
        return beginnings.hits(connection().read(key(), client -> client.search(request, IndexedEntry.class)));
    }

    /** How a question is put. */
    private interface Form {
        SearchRequest request(String index, Query query, SearchWords words);
    }

    /** The words that were asked in the end, and the answer. */
    record Found(SearchWords words, SearchResponse<IndexedEntry> response) {}

    private Found best(Query query, SearchWords words, Form form) {
        var ours = searches.computeIfAbsent(context.tenant().id(), tenant -> new Semaphore(SEARCHES_OF_ONE_TENANT));
        IndexConnection.takePlace(ours);
        try {
            return corrected(query, words, form);
        } finally {
            ours.release();
        }
    }

    /**
     * Most searches are one question to the index. Two follow when a word stands nowhere: it is replaced by the likest
     * one. One more follows when most of the words together find next to nothing: then any of them is enough.
     */
    private Found corrected(Query query, SearchWords words, Form form) {
        var first = ask(query, words, form);
        var correction = Correction.of(first.response());
        var better = correction.words().isEmpty() ? null : better(query, words, correction);
        var found = better == null ? first : ask(query, words.plain(better), form);
        boolean few = SearchResults.matched(found.response()) < FEW;
        return few && !words.isOneWord() ? ask(query, found.words().loosened(), form) : found;
    }

    private Found ask(Query query, SearchWords words, Form form) {
        var request = form.request(alias(), query, words);
        var response = connection().read(key(), client -> client.search(request, IndexedEntry.class));
        if (response.timedOut()) {
            throw new IndexUnavailable("the index is too slow", new IOException("a part of the answer is missing"));
        }
        return new Found(words, response);
    }

    /** Suggestions know every word of the tenant; one is used only when it stands in something this person may read. */
    private @Nullable String better(Query query, SearchWords words, Correction correction) {
        var asked = List.copyOf(correction.words());
        var request = SearchRequests.known(alias(), asked, query.workspaces());
        var response = connection().read(key(), client -> client.search(request, Void.class));
        return correction.better(words.plain(), SearchResults.known(asked, response));
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
