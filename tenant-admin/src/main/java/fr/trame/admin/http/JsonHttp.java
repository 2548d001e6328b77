package fr.trame.admin.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One service, spoken to in JSON. Two seconds to connect; how long an answer may take is the caller's to say. */
public final class JsonHttp {

    public static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String service;
    private final String base;
    private final Duration longest;

    /** @param variable the setting that holds the address, named when it is not one */
    public JsonHttp(String service, String variable, String base, Duration longest) {
        if (!base.matches("https?://[^\\s?#]+")) {
            throw new Refused(variable + " is '" + base + "': give an address like http://127.0.0.1:9200.");
        }
        this.service = service;
        this.base = base.replaceAll("/+$", "");
        this.longest = longest;
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public static String encoded(String pathOrQueryPart) {
        return URLEncoder.encode(pathOrQueryPart, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public Call call(String method, String path) {
        return new Call(
                method, path, HttpRequest.newBuilder(URI.create(base + path)).timeout(longest));
    }

    /** One request being put together. */
    public final class Call {

        private final String method;
        private final String path;
        private final HttpRequest.Builder request;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path, HttpRequest.Builder request) {
            this.method = method;
            this.path = path;
            this.request = request;
        }

        public Call authorization(String value) {
            request.setHeader("Authorization", value);
            return this;
        }

        public Call json(JsonNode content) {
            return body("application/json", content.toString());
        }

        public Call body(String type, String content) {
            request.setHeader("Content-Type", type);
            body = BodyPublishers.ofString(content);
            return this;
        }

        /** @throws ServiceFailure when no answer comes; an unwelcome answer is the caller's to judge */
        public Answer send() {
            try {
                var response = client.send(request.method(method, body).build(), BodyHandlers.ofString());
                return answer(response);
            } catch (IOException unreachable) {
                throw new ServiceFailure(
                        service + " does not answer at " + base + " (" + cause(unreachable) + "). Start it and run the"
                                + " command again.",
                        unreachable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ServiceFailure("Interrupted while waiting for " + service, stopped);
            }
        }

        private Answer answer(HttpResponse<String> response) {
            var location = response.headers().firstValue("Location").orElse("");
            return new Answer(
                    service + ": " + method + " " + path, response.statusCode(), parsed(response.body()), location);
        }
    }

    /** An error page is not always JSON; its text still helps whoever reads the failure. */
    private static JsonNode parsed(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).orElseGet(() -> TextNode.valueOf(text));
        } catch (JsonProcessingException notJson) {
            return TextNode.valueOf(text);
        }
    }

    private static String cause(IOException failure) {
        var message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
