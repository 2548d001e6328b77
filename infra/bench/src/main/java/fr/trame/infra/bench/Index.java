package fr.trame.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The tenant's index, asked straight with the tenant's own key. */
final class Index {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType LINES = MediaType.get("application/x-ndjson");

    private final Http http;
    private final String address;
    private final String key;

    Index(Place place) {
        http = place.http();
        address = place.variable("TRAME_SEARCH_URL") + "/docs-" + place.tenant();
        key = place.secret("SEARCH_KEY");
    }

    /** The same parameter as the product's client sends. */
    byte[] search(JsonNode body) {
        return post("/_search?typed_keys=true", JSON, body.toString());
    }

    void put(String id, JsonNode entry) {
        post("/_bulk", LINES, "{\"index\":{\"_id\":\"" + id + "\"}}\n" + entry + "\n");
    }

    void remove(String id) {
        post("/_bulk", LINES, "{\"delete\":{\"_id\":\"" + id + "\"}}\n");
    }

    void refresh() {
        post("/_refresh", JSON, "");
    }

    private byte[] post(String path, MediaType type, String body) {
        var request = new Request.Builder()
                .url(address + path)
                .header("Authorization", "ApiKey " + key)
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), type))
                .build();
        return http.send("Elasticsearch " + path, request);
    }
}
