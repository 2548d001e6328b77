package fr.trame.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/** One client for both sides of every comparison: the store's own client goes through it too. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int REASON = 300;

    private final OkHttpClient client = new OkHttpClient.Builder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(60, TimeUnit.SECONDS)
            .writeTimeout(60, TimeUnit.SECONDS)
            .build();

    OkHttpClient client() {
        return client;
    }

    /**
     * Sends and reads the answer to its end.
     *
     * @param what it is for, told when it is refused
     * @throws BenchFailure when the answer is not a yes, or none comes
     */
    byte[] send(String what, Request request) {
        return send(client, what, request);
    }

    /** The same for what takes minutes. */
    byte[] patient(String what, Request request) {
        return send(client.newBuilder().readTimeout(15, TimeUnit.MINUTES).build(), what, request);
    }

    private static byte[] send(OkHttpClient client, String what, Request request) {
        try (var answer = client.newCall(request).execute()) {
            var body = answer.body().bytes();
            if (!answer.isSuccessful()) {
                var reason = new String(body, StandardCharsets.UTF_8);
                throw new BenchFailure(
                        what + ": " + answer.code() + " " + reason.substring(0, Math.min(REASON, reason.length())));
            }
            return body;
        } catch (IOException failure) {
            throw new BenchFailure(
                    what + ": no answer from " + request.url().host() + ":"
                            + request.url().port() + " (" + failure.getMessage() + ").",
                    failure);
        }
    }

    JsonNode json(String what, Request request) {
        return parse(send(what, request));
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new BenchFailure("An answer that should be JSON is not: " + notJson.getMessage(), notJson);
        }
    }
}
