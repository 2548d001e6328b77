package fr.trame.admin.keycloak;

import static fr.trame.admin.http.JsonHttp.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import fr.trame.admin.http.Answer;
import fr.trame.admin.http.JsonHttp;
import java.time.Duration;

/** Calls to the administration of one realm, signed with a token that is fetched when needed and when it expired. */
final class KeycloakCalls {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final JsonHttp server;
    private final String realm;
    private final String credentials;
    private String token = "";

    private KeycloakCalls(JsonHttp server, String realm, String credentials) {
        this.server = server;
        this.realm = realm;
        this.credentials = credentials;
    }

    static KeycloakCalls from(Settings settings) {
        var issuer = settings.get("TRAME_OIDC_ISSUER").replaceAll("/+$", "");
        var realms = issuer.lastIndexOf("/realms/");
        if (realms < 0) {
            throw new Refused("TRAME_OIDC_ISSUER is '" + issuer + "': give an address like https://host/realms/trame.");
        }
        var credentials = "grant_type=client_credentials&client_id="
                + encoded(settings.get("TRAME_KEYCLOAK_ADMIN_CLIENT_ID"))
                + "&client_secret=" + encoded(settings.get("TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET"));
        var server = new JsonHttp("Keycloak", "TRAME_OIDC_ISSUER", issuer.substring(0, realms), LONGEST);
        return new KeycloakCalls(server, issuer.substring(realms + "/realms/".length()), credentials);
    }

    Answer send(String method, String path) {
        return send(method, path, MissingNode.getInstance());
    }

    Answer send(String method, String path, JsonNode body) {
        if (token.isEmpty()) {
            token = freshToken();
        }
        var answer = once(method, path, body);
        if (!answer.is(401)) {
            return answer;
        }
        token = freshToken();
        return once(method, path, body);
    }

    private Answer once(String method, String path, JsonNode body) {
        var call = server.call(method, "/admin/realms/" + realm + path).authorization("Bearer " + token);
        return body.isMissingNode() ? call.send() : call.json(body).send();
    }

    private String freshToken() {
        var answer = server.call("POST", "/realms/" + realm + "/protocol/openid-connect/token")
                .body("application/x-www-form-urlencoded", credentials)
                .send();
        if (answer.is(400) || answer.is(401)) {
            throw new ServiceFailure("Keycloak refuses the client named by TRAME_KEYCLOAK_ADMIN_CLIENT_ID: check its"
                    + " secret, TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET, and that it has a service account.");
        }
        return answer.expect(200).body().path("access_token").asText();
    }
}
