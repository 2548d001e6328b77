package fr.trame.infra.stack.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Tells an imported realm that the product or the mail catcher moved to another port. The import itself happens once:
 * without this, nobody could sign in after such a move.
 */
final class RealmAddresses {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String CLIENT = "trame-web";
    private static final int CLIENT_ERROR = 400;
    private static final List<String> ADDRESSES =
            List.of("rootUrl", "baseUrl", "redirectUris", "webOrigins", "attributes");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String server;
    private final String password;

    /** @param password of the console's administrator */
    RealmAddresses(String server, String password) {
        this.server = server;
        this.password = password;
    }

    /** @param realm as it would be imported today */
    void update(JsonNode realm) throws IOException {
        var token = token();
        var admin = server + "/admin/realms/trame";
        var mail = JSON.createObjectNode().put("realm", "trame").set("smtpServer", realm.path("smtpServer"));
        send(authorized(token, admin).PUT(BodyPublishers.ofString(mail.toString())));
        var client = (ObjectNode) JSON.readTree(send(
                        authorized(token, admin + "/clients?clientId=" + CLIENT).GET()))
                .path(0);
        for (var candidate : realm.path("clients")) {
            if (candidate.path("clientId").asText().equals(CLIENT)) {
                ADDRESSES.forEach(name -> client.set(name, candidate.path(name)));
            }
        }
        var id = client.path("id").asText();
        send(authorized(token, admin + "/clients/" + id).PUT(BodyPublishers.ofString(client.toString())));
    }

    private String token() throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return JSON.readTree(send(request)).path("access_token").asText();
    }

    private static HttpRequest.Builder authorized(String token, String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (answer.statusCode() >= CLIENT_ERROR) {
                throw new StackFailure("Keycloak did not take the new addresses: " + answer.statusCode() + " for "
                        + answer.uri() + ". infra/reset imports its realm afresh.");
            }
            return answer.body();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Stopped.", stop);
        }
    }
}
