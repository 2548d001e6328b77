package fr.trame.app.it;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/**
 * Somebody at the REST door of a tenant.
 *
 * @param account of the demonstration; empty for nobody
 * @param tenant alias, the beginning of each address
 * @param language asked for
 */
record Caller(String account, String tenant, String language) {

    static Caller as(String account) {
        return new Caller(account, Product.ARA, "fr");
    }

    Caller in(String alias) {
        return new Caller(account, alias, language);
    }

    Caller speaking(String words) {
        return new Caller(account, tenant, words);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json));
    }

    Answer put(String path, String json) {
        return send("PUT", path, BodyPublishers.ofString(json));
    }

    Answer upload(String dossier, String name, byte[] bytes) {
        return Product.send(request("/dossiers/" + dossier + "/documents?name=" + encoded(name))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    Answer search(String words) {
        return get("/search?q=" + encoded(words));
    }

    Answer send(String method, String path, BodyPublisher body) {
        return Product.send(
                request(path).header("Content-Type", "application/json").method(method, body));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(Product.url("/api/t/" + tenant + path)))
                .header("Accept-Language", language);
        return account.isEmpty()
                ? request
                : request.header("Authorization", "Bearer " + Tokens.of(account).access());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
