package fr.trame.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The product's REST door, as one person in one tenant. */
final class Product {

    private final Http http;
    private final Tokens tokens;
    private final String address;

    Product(Http http, Tokens tokens, String publicUrl, String tenant) {
        this.http = http;
        this.tokens = tokens;
        this.address = publicUrl + "/api/t/" + tenant + "/";
    }

    byte[] get(String path) {
        return http.send("GET " + path, request(path).get().build());
    }

    /** @return the identifier of what was made */
    String create(String path, JsonNode content) {
        var body = RequestBody.create(content.toString().getBytes(StandardCharsets.UTF_8), type("application/json"));
        return id("POST " + path, request(path).post(body).build());
    }

    /** @return the identifier of the document */
    String upload(String dossier, String name, SampleFile file) {
        var path = "dossiers/" + dossier + "/documents?name=" + encoded(name);
        var body = RequestBody.create(file.bytes(), type(file.mediaType()));
        return id("Upload of " + name, request(path).post(body).build());
    }

    byte[] search(String words) {
        return get("search?q=" + encoded(words));
    }

    private String id(String what, Request request) {
        return http.json(what, request).path("id").asText();
    }

    private Request.Builder request(String path) {
        return new Request.Builder()
                .url(address + path)
                .header("Authorization", tokens.bearer())
                .header("Accept", "application/json");
    }

    private static MediaType type(String name) {
        return MediaType.get(name);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
