package fr.trame.infra.relevance;

import fr.trame.admin.search.SearchIndexDefinition;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.elasticsearch.ElasticsearchIndex;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The product's search: its index definition, its adapter, a tenant's key, and so its very requests. */
final class ProductSearch implements Engine {

    private static final Instant DAY = Instant.parse("2026-01-15T10:00:00Z");

    private static final int PATIENCE = 10;
    private static final long PAUSE_NANOS = 6_000_000_000L;

    private final UUID tenant = UUID.randomUUID();
    private final UUID workspace = UUID.randomUUID();
    private final Map<UUID, String> names = new HashMap<>();
    private final Elastic elastic;
    private final ElasticsearchIndex index;
    private int number;

    ProductSearch(Elastic elastic) throws Exception {
        this.elastic = elastic;
        var key = elastic.key(SearchIndexDefinition.aliasOf(tenant));
        var context = new TenantContext();
        context.set(new Tenant(tenant, "relevance", "Relevance", "REGION", "TI_2018", "EUR", "#000091"));
        index = ElasticsearchIndex.connected(elastic.address(), context, new TenantSecrets() {
            @Override
            public String secret(String name) {
                return key;
            }
        });
    }

    @Override
    public String name() {
        return "Trame";
    }

    @Override
    public void load(Judged judged) throws Exception {
        drop();
        number++;
        var name = SearchIndexDefinition.indexOf(tenant, number);
        elastic.call("PUT", "/" + name, SearchIndexDefinition.json(0));
        elastic.call("PUT", "/" + name + "/_alias/" + SearchIndexDefinition.aliasOf(tenant), "{}");
        names.clear();
        judged.texts().forEach(text -> names.put(id(text), text.id()));
        index.put(judged.texts().stream().map(this::entry).toList());
        index.refresh();
    }

    private SearchIndex.Entry entry(Judged.Text text) {
        return new SearchIndex.Entry(
                SearchIndex.Kind.FICHE,
                id(text),
                0,
                1,
                workspace,
                null,
                text.title(),
                text.body(),
                null,
                null,
                null,
                2026,
                DAY,
                Set.of());
    }

    private static UUID id(Judged.Text text) {
        return UUID.nameUUIDFromBytes(text.id().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<String> ask(String words) {
        var asked = new SearchIndex.Query(words, Set.of(workspace), Map.of(), 0, Figures.DEPTH);
        return ranking(asked).stream()
                .map(entity -> String.valueOf(names.get(entity)))
                .toList();
    }

    /** How long an answer takes says nothing here: on a busy machine it is asked for again. */
    private List<UUID> ranking(SearchIndex.Query asked) {
        for (int again = 0; again < PATIENCE; again++) {
            try {
                return index.ranking(asked);
            } catch (SearchIndex.IndexUnavailable late) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return index.ranking(asked);
    }

    private void drop() throws Exception {
        if (number > 0) {
            elastic.call("DELETE", "/" + SearchIndexDefinition.indexOf(tenant, number), "");
        }
    }

    @Override
    public void leave() throws Exception {
        drop();
        index.disconnect();
        elastic.call("DELETE", "/_security/api_key", "{\"name\":\"" + SearchIndexDefinition.aliasOf(tenant) + "\"}");
    }
}
