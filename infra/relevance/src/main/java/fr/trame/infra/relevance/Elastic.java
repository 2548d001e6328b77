package fr.trame.infra.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Elasticsearch, asked as its administrator. */
final class Elastic {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String authorization;

    Elastic(Map<String, String> settings) {
        address = Objects.requireNonNull(settings.get("TRAME_SEARCH_URL"), "TRAME_SEARCH_URL");
        var who = settings.get("TRAME_SEARCH_ADMIN_USER") + ":" + settings.get("TRAME_SEARCH_ADMIN_PASSWORD");
        authorization = "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    }

    String address() {
        return address;
    }

    JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", path.endsWith("/_bulk") ? "application/x-ndjson" : "application/json")
                .header("Authorization", authorization)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        var answer = JSON.readTree(response.body());
        if (response.statusCode() >= 300 || answer.path("errors").asBoolean()) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return answer;
    }

    /** A key like those the operator's side makes for a tenant. */
    String key(String alias) throws IOException, InterruptedException {
        var made = call(
                "POST",
                "/_security/api_key",
                """
                {"name": "%1$s", "role_descriptors": {"tenant": {"indices": [
                  {"names": ["%1$s", "%1$s-*"],
                   "privileges": ["read", "index", "delete", "view_index_metadata", "indices:admin/refresh*"]}]}}}
                """
                        .formatted(alias));
        return made.path("encoded").asText();
    }
}
