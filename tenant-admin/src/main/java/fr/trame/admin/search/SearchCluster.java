package fr.trame.admin.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import fr.trame.admin.http.Answer;
import fr.trame.admin.http.JsonHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Elasticsearch as its administrator. */
public final class SearchCluster {

    public static final List<String> SETTINGS =
            List.of("TRAME_SEARCH_URL", "TRAME_SEARCH_ADMIN_USER", "TRAME_SEARCH_ADMIN_PASSWORD");

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_REPLICAS = 5;

    private final JsonHttp server;
    private final String authorization;
    private final int replicas;

    private SearchCluster(JsonHttp server, String authorization, int replicas) {
        this.server = server;
        this.authorization = authorization;
        this.replicas = replicas;
    }

    public static SearchCluster from(Settings settings) {
        settings.require(SETTINGS);
        var credentials = settings.get("TRAME_SEARCH_ADMIN_USER") + ":" + settings.get("TRAME_SEARCH_ADMIN_PASSWORD");
        return new SearchCluster(
                new JsonHttp("Elasticsearch", "TRAME_SEARCH_URL", settings.get("TRAME_SEARCH_URL"), LONGEST),
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)),
                settings.number("TRAME_SEARCH_REPLICAS", 0, 0, MOST_REPLICAS));
    }

    /** The index that is searched now. */
    Optional<String> indexBehind(String alias) {
        var answer = send("GET", "/_alias/" + alias).expect(200, 404);
        return answer.is(404)
                ? Optional.empty()
                : Optional.of(answer.body().fieldNames().next());
    }

    /** All indices of the tenant, searched or not, the oldest first. */
    List<String> indicesOf(UUID tenant) {
        var indices = new ArrayList<String>();
        var path = "/" + SearchIndexDefinition.aliasOf(tenant) + "-v*/_alias";
        send("GET", path).expect(200).body().fieldNames().forEachRemaining(indices::add);
        indices.sort(Comparator.comparingInt(SearchIndexDefinition::numberOf));
        return indices;
    }

    /** Creates the index and its alias in one step, so that no interruption leaves one without the other. */
    void createSearched(String index, String alias) {
        var body = SearchIndexDefinition.body(replicas);
        body.putObject("aliases").putObject(alias);
        send("PUT", "/" + index, body).expect(200);
    }

    /** An index nobody searches yet: not refreshed by itself while it is being filled. */
    void createUnsearched(String index) {
        var body = SearchIndexDefinition.body(replicas);
        ((ObjectNode) body.at("/settings/index")).put("refresh_interval", "-1");
        send("PUT", "/" + index, body).expect(200);
    }

    void finishFilling(String index) {
        var body = JsonHttp.object();
        body.putObject("index").putNull("refresh_interval");
        send("PUT", "/" + index + "/_settings", body).expect(200);
        send("POST", "/" + index + "/_refresh").expect(200);
    }

    long count(String index) {
        return send("GET", "/" + index + "/_count")
                .expect(200)
                .body()
                .path("count")
                .asLong();
    }

    /** Moves the alias in one step: a search sees the old index or the new one, never none and never both. */
    void swap(String alias, Optional<String> from, String to) {
        var body = JsonHttp.object();
        var actions = body.putArray("actions");
        from.ifPresent(old -> aliasAction(actions, "remove", old, alias));
        aliasAction(actions, "add", to, alias);
        send("POST", "/_aliases", body).expect(200);
    }

    void delete(String index) {
        send("DELETE", "/" + index).expect(200, 404);
    }

    /** A bulk request; the answer may be 429 when the cluster has enough to do. */
    Answer bulk(String index, String lines) {
        return server.call("POST", "/" + index + "/_bulk")
                .authorization(authorization)
                .body("application/x-ndjson", lines)
                .send();
    }

    /** The identifiers of all entries of one fiche, dossier or document. */
    List<String> entriesOf(String index, UUID entity) {
        var body = JsonHttp.object().put("size", 10_000).put("_source", false);
        body.putObject("query").putObject("term").put("entity", entity.toString());
        return send("POST", "/" + index + "/_search", body).expect(200).body().findValuesAsText("_id");
    }

    Answer send(String method, String path) {
        return send(method, path, MissingNode.getInstance());
    }

    Answer send(String method, String path, JsonNode body) {
        var call = server.call(method, path).authorization(authorization);
        var answer = body.isMissingNode() ? call.send() : call.json(body).send();
        if (answer.is(401)) {
            throw new ServiceFailure(
                    "Elasticsearch refuses the user named by TRAME_SEARCH_ADMIN_USER: check its password,"
                            + " TRAME_SEARCH_ADMIN_PASSWORD.");
        }
        return answer;
    }

    private static void aliasAction(ArrayNode actions, String action, String index, String alias) {
        actions.addObject().putObject(action).put("index", index).put("alias", alias);
    }
}
