package fr.trame.app.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A client of the upload protocol, as plain as it gets: what the server answers is seen as it is.
 *
 * @param caller who sends
 * @param dossier where to
 */
record Tus(Caller caller, String dossier) {

    /** @return the answer to the announcement of a file */
    Answer begin(String name, long size) {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return send(request("/api/t/" + caller.tenant() + "/dossiers/" + dossier + "/transfers")
                .header("Upload-Length", Long.toString(size))
                .header("Upload-Metadata", "filename " + encoded)
                .POST(BodyPublishers.noBody()));
    }

    /** @return the path of a transfer that could be announced */
    String begun(String name, long size) {
        var answer = begin(name, size);
        if (answer.status() != 201) {
            throw new AssertionError("expected 201: " + answer);
        }
        return URI.create(answer.header("Location")).getPath();
    }

    Answer patch(String path, long offset, byte[] bytes, String... headers) {
        var request = request(path)
                .header("Upload-Offset", Long.toString(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(bytes));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Answer head(String path) {
        return send(request(path).method("HEAD", BodyPublishers.noBody()));
    }

    long offset(String path) {
        var answer = head(path);
        if (answer.status() != 204) {
            throw new AssertionError("expected 204: " + answer);
        }
        return Long.parseLong(answer.header("Upload-Offset"));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    private static Answer send(HttpRequest.Builder request) {
        return Product.send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(Product.url(path)))
                .header("Tus-Resumable", "1.0.0")
                .header("Accept-Language", caller.language())
                .header("Authorization", "Bearer " + Tokens.of(caller.account()).access());
    }
}
