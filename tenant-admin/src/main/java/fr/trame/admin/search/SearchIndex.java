package fr.trame.admin.search;

import java.util.Optional;
import java.util.UUID;

/** The one index of a tenant that is searched. */
public final class SearchIndex {

    private final SearchCluster cluster;

    public SearchIndex(SearchCluster cluster) {
        this.cluster = cluster;
    }

    /** @return whether anything was missing */
    public boolean ensure(UUID tenant) {
        var alias = SearchIndexDefinition.aliasOf(tenant);
        if (cluster.indexBehind(alias).isPresent()) {
            return false;
        }
        var left = cluster.indicesOf(tenant);
        if (left.isEmpty()) {
            cluster.createSearched(SearchIndexDefinition.indexOf(tenant, 1), alias);
        } else {
            cluster.swap(alias, Optional.empty(), left.get(0));
        }
        return true;
    }
}
