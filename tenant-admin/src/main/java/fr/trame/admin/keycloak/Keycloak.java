package fr.trame.admin.keycloak;

import static fr.trame.admin.http.JsonHttp.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.http.JsonHttp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Organizations and accounts. A tenant's organization is found by its attribute tenant_uuid, never by its alias: the
 * alias is chosen by people and may have been given to somebody else.
 */
public final class Keycloak {

    public static final List<String> SETTINGS =
            List.of("TRAME_OIDC_ISSUER", "TRAME_KEYCLOAK_ADMIN_CLIENT_ID", "TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET");

    private static final String TENANT = "tenant_uuid";

    private final KeycloakCalls calls;

    private Keycloak(KeycloakCalls calls) {
        this.calls = calls;
    }

    public static Keycloak from(Settings settings) {
        return new Keycloak(KeycloakCalls.from(settings.require(SETTINGS)));
    }

    /** The organization's identifier. */
    public Optional<String> organizationOf(UUID tenant) {
        var query = "?briefRepresentation=false&q=" + encoded(TENANT + ":" + tenant);
        var found = calls.send("GET", "/organizations" + query).expect(200).body();
        return stream(found)
                .filter(one -> one.at("/attributes/" + TENANT + "/0").asText().equals(tenant.toString()))
                .map(one -> one.path("id").asText())
                .findFirst();
    }

    /**
     * Asked before anything is made for a new tenant: names of organizations are unique.
     *
     * @throws Refused when an organization has the name
     */
    public void requireFreeName(String name) {
        var found = calls.send("GET", "/organizations?exact=true&search=" + encoded(name))
                .expect(200);
        if (stream(found.body()).anyMatch(one -> one.path("name").asText().equals(name))) {
            throw new Refused("--name '" + name + "' is the name of another organization in Keycloak: choose another"
                    + " name, or rename that organization.");
        }
    }

    /** @throws Refused when the alias or the name belongs to another organization */
    public void createOrganization(UUID tenant, String alias, String name) {
        var body = JsonHttp.object().put("alias", alias).put("name", name).put("enabled", true);
        body.putArray("domains");
        body.putObject("attributes").putArray(TENANT).add(tenant.toString());
        var answer = calls.send("POST", "/organizations", body);
        if (answer.is(409)) {
            throw new Refused("Keycloak already has an organization with the alias '" + alias + "' or the name '" + name
                    + "' that belongs to another tenant. Rename or remove it in Keycloak, or choose another alias and"
                    + " name, and run the command again.");
        }
        answer.expect(201);
    }

    public boolean isMember(String organization, String subject) {
        return calls.send("GET", "/organizations/" + encoded(organization) + "/members/" + encoded(subject))
                .expect(200, 404)
                .is(200);
    }

    /**
     * The membership Keycloak calls unmanaged: the account outlives the organization, and may be in several.
     *
     * @throws Refused when there is no such account
     */
    public void addMember(String organization, String subject) {
        var path = "/organizations/" + encoded(organization) + "/members";
        var answer = calls.send("POST", path, TextNode.valueOf(subject));
        if (answer.is(400) || answer.is(404)) {
            throw new Refused("Keycloak has no account with the identifier '" + subject
                    + "': give the account's id (not its user name) with --subject.");
        }
        answer.expect(201, 204, 409);
    }

    /** The account stays, and so do its other organizations. */
    public void removeMember(String organization, String subject) {
        calls.send("DELETE", "/organizations/" + encoded(organization) + "/members/" + encoded(subject))
                .expect(204, 404);
    }

    public Optional<Account> accountOf(String email) {
        var found =
                calls.send("GET", "/users?exact=true&email=" + encoded(email)).expect(200);
        return stream(found.body()).map(Keycloak::account).findFirst();
    }

    /**
     * An account without a password: the only way in is the reset link sent to this address, so whoever enters has
     * proved that the address is theirs. That is why it is created as verified.
     */
    public void createAccount(String email) {
        var body = JsonHttp.object()
                .put("username", email)
                .put("email", email)
                .put("emailVerified", true)
                .put("enabled", true);
        calls.send("POST", "/users", body).expect(201, 409);
    }

    private static Account account(JsonNode user) {
        var name =
                (user.path("firstName").asText("") + " " + user.path("lastName").asText("")).strip();
        return new Account(
                user.path("id").asText(), name, user.path("emailVerified").asBoolean());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
