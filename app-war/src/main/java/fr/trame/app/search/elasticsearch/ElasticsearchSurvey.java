package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import fr.trame.app.search.IndexSurvey;
import fr.trame.app.search.SearchIndex.Kind;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Counts the entries of {@code docs-<tenant>} with their versions, with the tenant's own API key. */
@ApplicationScoped
public class ElasticsearchSurvey implements IndexSurvey {

    /** More than a document of the most pages has entries, and as many as the index gives at once. */
    private static final int AT_ONCE = 10_000;

    @Inject
    @ConfigProperty(name = "trame.search.url")
    String address;

    @Inject
    TenantContext context;

    @Inject
    TenantSecrets secrets;

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

    /** The last entity of a full answer may have more entries behind it, so it is left to the next part. */
    @Override
    public Part part(Kind kind, String after) {
        var hits = hits(behind(kind, after));
        var holdings = holdings(hits);
        if (hits.size() < AT_ONCE) {
            return new Part(holdings, true);
        }
        return new Part(List.copyOf(holdings.subList(0, Math.max(1, holdings.size() - 1))), false);
    }

    @Override
    public Optional<Holding> holding(Kind kind, UUID entity) {
        return holdings(hits(of(kind, entity))).stream().findFirst();
    }

    private List<Hit<IndexedEntry>> hits(Query query) {
        var alias = "docs-" + context.tenant().id();
        var key = secrets.secret("SEARCH_KEY");
        connection().write(key, client -> client.indices().refresh(refresh -> refresh.index(alias)));
        var request = SearchRequest.of(search -> search.index(alias)
                .query(query)
                .size(AT_ONCE)
                .version(true)
                .trackTotalHits(track -> track.enabled(false))
                .source(source -> source.filter(filter -> filter.includes("entity")))
                .sort(sort -> sort.field(field -> field.field("entity").order(SortOrder.Asc))));
        return connection()
                .write(key, client -> client.search(request, IndexedEntry.class))
                .hits()
                .hits();
    }

    private static Query behind(Kind kind, String after) {
        return Query.of(query -> query.bool(all -> {
            all.filter(one -> one.term(term -> term.field("kind").value(kind.name())));
            return after.isEmpty()
                    ? all
                    : all.filter(one -> one.range(
                            range -> range.term(term -> term.field("entity").gt(after))));
        }));
    }

    private static Query of(Kind kind, UUID entity) {
        return Query.of(query -> query.bool(
                all -> all.filter(one -> one.term(term -> term.field("kind").value(kind.name())))
                        .filter(one -> one.term(term -> term.field("entity").value(entity.toString())))));
    }

    /** An entry's version is its entity's and one more: the index refuses version 0. */
    private static List<Holding> holdings(List<Hit<IndexedEntry>> hits) {
        var holdings = new LinkedHashMap<String, Holding>();
        for (var hit : hits) {
            var entity = Objects.requireNonNull(hit.source()).entity();
            var version = Objects.requireNonNull(hit.version()) - 1;
            holdings.merge(
                    entity, new Holding(UUID.fromString(entity), version, version, 1), ElasticsearchSurvey::together);
        }
        return new ArrayList<>(holdings.values());
    }

    private static Holding together(Holding one, Holding other) {
        return new Holding(
                one.entity(),
                Math.min(one.oldest(), other.oldest()),
                Math.max(one.newest(), other.newest()),
                one.entries() + other.entries());
    }

    private IndexConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("not opened");
        }
        return connection;
    }
}
