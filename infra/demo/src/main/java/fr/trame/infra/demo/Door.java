package fr.trame.infra.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** The REST door of one tenant; each call says on whose behalf. */
final class Door {

    private static final int PAGE = 100;

    private final Http http;
    private final Tokens tokens;
    private final String tenant;
    private final String address;

    Door(Http http, Tokens tokens, String publicUrl, String tenant) {
        this.http = http;
        this.tokens = tokens;
        this.tenant = tenant;
        this.address = publicUrl.replaceAll("/+$", "") + "/api/t/" + tenant + "/";
    }

    JsonNode get(String account, String path) {
        return send(account, path, "GET", BodyPublishers.noBody(), "");
    }

    JsonNode post(String account, String path, JsonNode body) {
        return send(account, path, "POST", BodyPublishers.ofString(body.toString()), "application/json");
    }

    JsonNode put(String account, String path, JsonNode body) {
        return send(account, path, "PUT", BodyPublishers.ofString(body.toString()), "application/json");
    }

    void upload(String account, String dossier, String name, DemoFile file) {
        send(
                account,
                "dossiers/" + dossier + "/documents?name=" + Tokens.encoded(name),
                "POST",
                BodyPublishers.ofByteArray(file.bytes()),
                file.mediaType());
    }

    /** @return all elements of a list that is given by the page */
    List<JsonNode> all(String account, String path) {
        var all = new ArrayList<JsonNode>();
        for (int page = 0; all.size() == page * PAGE; page++) {
            var answer = get(account, path + "?page=" + page + "&size=" + PAGE);
            var items = answer.isArray() ? answer : answer.path("items");
            items.forEach(all::add);
            if (items.isEmpty()) {
                break;
            }
        }
        return all;
    }

    private JsonNode send(
            String account, String path, String method, HttpRequest.BodyPublisher body, String contentType) {
        var request = Http.to(address + path)
                .header("Authorization", "Bearer " + tokens.of(account))
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .method(method, body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        return http.send(tenant + ": " + method + " " + path + " as " + account, request.build());
    }
}
