package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.SearchIndex.IndexUnavailable;
import fr.trame.app.search.SearchIndex.Kind;
import fr.trame.app.search.SearchIndex.Query;
import fr.trame.app.search.SearchIndexContract;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.TenantSecrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Against an Elasticsearch that runs: {@code TRAME_SEARCH_URL}, {@code TRAME_SEARCH_ADMIN_USER} and
 * {@code TRAME_SEARCH_ADMIN_PASSWORD} say where. It makes an index and a key for a tenant of its own, as the operator's
 * side does, and removes them.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ElasticsearchIndexIT extends SearchIndexContract {

    private static final Pattern ENCODED = Pattern.compile("\"encoded\"\\s*:\\s*\"([^\"]+)\"");

    private final String address = setting("TRAME_SEARCH_URL", "http://127.0.0.1:19200");
    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID tenant = UUID.randomUUID();
    private final UUID neighbour = UUID.randomUUID();
    private ElasticsearchIndex index = new ElasticsearchIndex();
    private String key = "";

    @BeforeAll
    void openTenants() throws Exception {
        for (UUID each : Set.of(tenant, neighbour)) {
            var definition = Path.of(System.getProperty(
                    "trame.search.definition", "../tenant-admin/src/main/resources/search/documents-index.json"));
            admin("PUT", "/docs-" + each + "-v1", Files.readString(definition));
            admin("PUT", "/docs-" + each + "-v1/_alias/docs-" + each, "{}");
        }
        key = key(tenant);
        index = index(address, tenant, key);
    }

    @AfterAll
    void closeTenants() throws Exception {
        index.disconnect();
        admin("DELETE", "/docs-" + tenant + "-v1", "");
        admin("DELETE", "/docs-" + neighbour + "-v1", "");
        admin("DELETE", "/_security/api_key", "{\"name\":\"docs-" + tenant + "\"}");
    }

    @Override
    protected SearchIndex index() {
        return index;
    }

    @Test
    void aTenantsKeyOpensNoOtherIndex() throws Exception {
        var intruder = index(address, neighbour, key);
        var query = new Query("facette", Set.of(workspace), Map.of(), 0, 10);
        assertRefused(assertThrows(IndexUnavailable.class, () -> intruder.find(query)));
        assertRefused(assertThrows(IndexUnavailable.class, () -> intruder.remove(Kind.FICHE, UUID.randomUUID())));
        assertRefused(assertThrows(IndexUnavailable.class, intruder::refresh));
        intruder.disconnect();
    }

    private static void assertRefused(IndexUnavailable refused) {
        var said = refused.getMessage() + " " + refused.getCause();
        assertTrue(said.contains("security_exception"), said);
    }

    @Test
    void anIndexThatIsMissingIsNotMadeByWriting() throws Exception {
        var nowhere = index(address, UUID.randomUUID(), key);
        assertThrows(IndexUnavailable.class, () -> nowhere.remove(Kind.FICHE, UUID.randomUUID()));
        nowhere.disconnect();
    }

    @Test
    void anIndexThatIsDownIsSaidAndThenNotAskedForAWhile() throws Exception {
        var down = index("http://127.0.0.1:9", tenant, key);
        for (int time = 0; time < 5; time++) {
            assertThrows(IndexUnavailable.class, down::refresh);
        }
        var refused = assertThrows(IndexUnavailable.class, down::refresh);
        assertEquals("the index did not answer lately", refused.getMessage());
        down.disconnect();
    }

    private static ElasticsearchIndex index(String address, UUID tenant, String key) {
        var context = new TenantContext();
        context.set(new Tenant(tenant, "test", "Test", "REGION", "TI_2018", "EUR", "#000091"));
        return ElasticsearchIndex.connected(address, context, new TenantSecrets() {
            @Override
            public String secret(String name) {
                return key;
            }
        });
    }

    private String key(UUID tenant) throws Exception {
        var made = admin(
                "POST",
                "/_security/api_key",
                """
                {"name": "docs-%1$s", "role_descriptors": {"tenant": {"indices": [
                  {"names": ["docs-%1$s", "docs-%1$s-*"],
                   "privileges": ["read", "index", "delete", "view_index_metadata", "indices:admin/refresh*"]}]}}}
                """
                        .formatted(tenant));
        var encoded = ENCODED.matcher(made);
        assertTrue(encoded.find(), made);
        return encoded.group(1);
    }

    private String admin(String method, String path, String body) throws Exception {
        var who = setting("TRAME_SEARCH_ADMIN_USER", "elastic") + ":" + setting("TRAME_SEARCH_ADMIN_PASSWORD", "");
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
