package fr.trame.app.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the product answered. */
record Answer(HttpResponse<byte[]> http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return http.statusCode();
    }

    byte[] bytes() {
        return http.body();
    }

    String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(http.body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(this + " is not JSON", notJson);
        }
    }

    /** @return the identifier of what was created */
    String created() {
        if (status() != 201) {
            throw new AssertionError("expected 201: " + this);
        }
        return json().path("id").asText();
    }

    @Override
    public String toString() {
        var text = text();
        return http.request().method() + " " + http.uri() + " -> " + status() + " "
                + text.substring(0, Math.min(500, text.length()));
    }
}
