package fr.trame.app.it;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * Somebody without an account who holds a link.
 *
 * @param tenant alias in the address
 */
record Outsider(String tenant, String token) {

    Answer look() {
        return Product.send(HttpRequest.newBuilder(URI.create(address())).GET());
    }

    Answer leave(String name, byte[] bytes) {
        return leave("Atelier d’à côté", name, bytes);
    }

    Answer leave(String sender, String name, byte[] bytes) {
        return Product.send(HttpRequest.newBuilder(
                        URI.create(address() + "?name=" + Caller.encoded(name) + "&sender=" + Caller.encoded(sender)))
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private String address() {
        return Product.url("/d/" + tenant + "/" + token);
    }
}
