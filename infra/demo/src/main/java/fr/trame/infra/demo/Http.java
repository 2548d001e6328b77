package fr.trame.infra.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests and reads JSON answers; every wait has an end, and who is busy is asked again a few times. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 5;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER);
    }

    /**
     * Sends a request.
     *
     * @param what it is for, told when it is refused
     * @return the body of an answer that says yes
     */
    JsonNode send(String what, HttpRequest request) {
        try {
            var answer = answer(request);
            if (answer.statusCode() / 100 != 2) {
                throw new Refused(what + ": " + answer.statusCode() + " " + reason(answer.body()));
            }
            return answer.body().isEmpty() ? DemoData.JSON.missingNode() : DemoData.JSON.readTree(answer.body());
        } catch (IOException failure) {
            var silent = request.uri().getAuthority();
            throw new Refused(what + ": no answer from " + silent + " (" + failure + ")", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(what + ": interrupted", stopped);
        }
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofString());
        for (int tried = 1; answer.statusCode() == UNAVAILABLE && tried < TRIES; tried++) {
            Thread.sleep(PAUSE.toMillis());
            answer = client.send(request, BodyHandlers.ofString());
        }
        return answer;
    }

    /** The product answers with problem documents, the identity server in its own way; the rest is shown cut. */
    private static String reason(String body) {
        try {
            var problem = DemoData.JSON.readTree(body);
            var detail = problem.path("detail")
                    .asText(problem.path("error_description").asText(""));
            var field = problem.path("field").asText("");
            if (!detail.isEmpty()) {
                return detail + (field.isEmpty() ? "" : " (" + field + ")");
            }
        } catch (JsonProcessingException notJson) {
            return ""; // a page made for people: the status says enough
        }
        return body.substring(0, Math.min(200, body.length())).strip();
    }
}
