package fr.trame.admin.search;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.admin.http.JsonHttp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The API key by which the product reaches one tenant's index and no other: a wrong index in the product's code is
 * refused by Elasticsearch too. A key's secret is told once, when it is made.
 */
public final class SearchKeys {

    /** Reading, writing entries and seeing the mapping; of maintenance, the refresh alone. No index may be created. */
    private static final List<String> PRIVILEGES =
            List.of("read", "index", "delete", "view_index_metadata", "indices:admin/refresh*");

    private final SearchCluster cluster;

    public SearchKeys(SearchCluster cluster) {
        this.cluster = cluster;
    }

    /** Whether Elasticsearch still knows the key, given as {@link #issue} gave it. */
    public boolean isAlive(UUID tenant, String encoded) {
        var decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        return alive(tenant).contains(decoded.substring(0, Math.max(0, decoded.indexOf(':'))));
    }

    /** Makes the key unusable wherever it was stored or left. */
    public void withdrawAll(UUID tenant) {
        var keys = alive(tenant);
        if (keys.isEmpty()) {
            return;
        }
        var body = JsonHttp.object();
        var ids = body.putArray("ids");
        keys.forEach(ids::add);
        cluster.send("DELETE", "/_security/api_key", body).expect(200);
    }

    /** @return the key as the Authorization header carries it: base64 of id and secret */
    public String issue(UUID tenant) {
        var alias = SearchIndexDefinition.aliasOf(tenant);
        var body = JsonHttp.object().put("name", alias);
        var role = body.putObject("role_descriptors").putObject("tenant");
        role.putArray("cluster");
        var index = role.putArray("indices").addObject();
        index.putArray("names").add(alias).add(alias + "-*");
        PRIVILEGES.forEach(index.putArray("privileges")::add);
        return cluster.send("POST", "/_security/api_key", body)
                .expect(200)
                .body()
                .path("encoded")
                .asText();
    }

    private Set<String> alive(UUID tenant) {
        var path = "/_security/api_key?active_only=true&name=" + SearchIndexDefinition.aliasOf(tenant);
        var ids = new HashSet<String>();
        for (JsonNode key : cluster.send("GET", path).expect(200).body().path("api_keys")) {
            ids.add(key.path("id").asText());
        }
        return ids;
    }
}
