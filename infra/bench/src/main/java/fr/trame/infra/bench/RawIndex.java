package fr.trame.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A copy of the tenant's index under another name, written to by the bulk and nothing else. */
final class RawIndex {

    private static final String NAME = "/bench-raw";
    private static final int AT_ONCE = 500;
    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType LINES = MediaType.get("application/x-ndjson");

    private final Http http;
    private final String address;
    private final String login;
    private final String original;

    RawIndex(Place place) {
        http = place.http();
        address = place.variable("TRAME_SEARCH_URL");
        original = "/docs-" + place.tenant();
        var words = place.variable("TRAME_SEARCH_ADMIN_USER") + ":" + place.variable("TRAME_SEARCH_ADMIN_PASSWORD");
        login = "Basic " + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    /** @return all entries of the tenant's index */
    List<JsonNode> read() {
        var entries = new ArrayList<JsonNode>();
        var answer = send("POST", original + "/_search?scroll=5m&size=1000", JSON, "{\"sort\": [\"_doc\"]}");
        while (!answer.at("/hits/hits").isEmpty()) {
            answer.at("/hits/hits").forEach(hit -> entries.add(hit.path("_source")));
            var next = Http.JSON
                    .createObjectNode()
                    .put("scroll", "5m")
                    .put("scroll_id", answer.path("_scroll_id").asText());
            answer = send("POST", "/_search/scroll", JSON, next.toString());
        }
        return entries;
    }

    /** Makes the copy and fills it: the same fields, the same settings as while a rebuild goes on. */
    void write(List<JsonNode> entries) {
        create();
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            var lines = new StringBuilder();
            for (var entry : entries.subList(from, Math.min(from + AT_ONCE, entries.size()))) {
                lines.append("{\"index\":{}}\n").append(entry).append('\n');
            }
            var answer = send("POST", NAME + "/_bulk", LINES, lines.toString());
            if (answer.path("errors").asBoolean(true)) {
                throw new BenchFailure("The index refused some of its own entries.");
            }
        }
        send("POST", NAME + "/_refresh", JSON, "");
    }

    private void create() {
        var described = send("GET", original, JSON, "").elements().next();
        var settings = (ObjectNode) described.at("/settings/index");
        settings.retain("analysis", "number_of_shards", "similarity", "codec", "max_ngram_diff");
        settings.put("refresh_interval", "-1").put("number_of_replicas", 0);
        var definition = Http.JSON.createObjectNode();
        definition.set("mappings", described.path("mappings"));
        definition.set("settings", Http.JSON.createObjectNode().set("index", settings));
        send("PUT", NAME, JSON, definition.toString());
    }

    void remove() {
        send("DELETE", NAME, JSON, "");
    }

    private JsonNode send(String method, String path, MediaType type, String body) {
        var content = "GET".equals(method) ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), type);
        var request = new Request.Builder()
                .url(address + path)
                .header("Authorization", login)
                .method(method, content)
                .build();
        return Http.parse(http.send("Elasticsearch " + path, request));
    }
}
