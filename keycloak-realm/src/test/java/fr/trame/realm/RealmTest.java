package fr.trame.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{TRAME_[A-Z_]+(:)?}");
    private static final List<String> ROLES_OF_PROVISIONER =
            List.of("manage-organizations", "manage-users", "query-users", "view-users");

    private final JsonNode realm = RealmFiles.realm();
    private final JsonNode web = RealmFiles.client(realm, "trame-web");

    RealmTest() throws IOException {}

    @Test
    void pagesSignInByCodeWithPkceAndNothingElse() {
        assertEquals("S256", web.at("/attributes/pkce.code.challenge.method").asText());
        assertTrue(web.path("standardFlowEnabled").asBoolean());
        assertFalse(web.path("publicClient").asBoolean(true));
        for (String flow : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertFalse(web.path(flow).asBoolean(true), flow);
        }
        assertFalse(
                web.at("/attributes/oauth2.device.authorization.grant.enabled").asBoolean(true));
        assertFalse(web.at("/attributes/standard.token.exchange.enabled").asBoolean(true));
    }

    @Test
    void pagesAreReachedAtOneExactAddress() {
        assertEquals(
                "[\"${TRAME_PUBLIC_URL}/auth/callback\"]",
                web.path("redirectUris").toString());
        assertEquals(
                "${TRAME_PUBLIC_URL}/auth/signed-out",
                web.at("/attributes/post.logout.redirect.uris").asText());
        assertFalse(web.path("webOrigins").toString().contains("*"));
    }

    @Test
    void keycloakTellsThePagesWhenASessionEnds() {
        assertEquals(
                "${TRAME_PUBLIC_URL}/auth/backchannel-logout",
                web.at("/attributes/backchannel.logout.url").asText());
        assertTrue(web.at("/attributes/backchannel.logout.session.required").asBoolean());
    }

    @Test
    void accessTokensNameTheApiAndIdTokensDoNot() throws IOException {
        assertNamesTheApi(web);
        assertNamesTheApi(RealmFiles.client(RealmFiles.demo(), "trame-demo"));
        assertTrue(RealmFiles.client(realm, "trame-api").path("bearerOnly").asBoolean());
    }

    private static void assertNamesTheApi(JsonNode client) {
        JsonNode mapper = client.at("/protocolMappers/0");
        assertEquals("oidc-audience-mapper", mapper.path("protocolMapper").asText());
        assertEquals("trame-api", mapper.at("/config/included.client.audience").asText());
        assertEquals("true", mapper.at("/config/access.token.claim").asText());
        assertEquals("false", mapper.at("/config/id.token.claim").asText());
    }

    @Test
    void tokensCarryNoRoleButTheOperator() {
        assertFalse(web.path("fullScopeAllowed").asBoolean(true));
        assertEquals(
                "[{\"client\":\"trame-web\",\"roles\":[\"operator\"]}]",
                realm.path("scopeMappings").toString());
        assertEquals(1, realm.at("/roles/realm").size());
    }

    @Test
    void everySecretComesFromTheEnvironment() {
        List<String> literals = new ArrayList<>();
        collectLiteralSecrets(realm, "", literals);
        assertEquals(List.of(), literals);
        assertTrue(realm.findValues("credentials").isEmpty(), "passwords belong to the development file only");
    }

    private static void collectLiteralSecrets(JsonNode node, String at, List<String> literals) {
        node.properties().forEach(field -> {
            boolean secret = field.getKey().equals("secret") || field.getKey().equals("password");
            if (secret && !PLACEHOLDER.matcher(field.getValue().asText()).matches()) {
                literals.add(at + "/" + field.getKey());
            }
            collectLiteralSecrets(field.getValue(), at + "/" + field.getKey(), literals);
        });
        if (node.isArray()) {
            node.forEach(item -> collectLiteralSecrets(item, at + "[]", literals));
        }
    }

    @Test
    void theProvisionerHoldsFourRolesAndNoMore() {
        JsonNode provisioner = RealmFiles.client(realm, "trame-provisioner");
        assertFalse(provisioner.path("standardFlowEnabled").asBoolean(true));
        assertFalse(provisioner.path("directAccessGrantsEnabled").asBoolean(true));
        assertFalse(provisioner.path("fullScopeAllowed").asBoolean(true));
        assertEquals(ROLES_OF_PROVISIONER, sorted(realm.at("/users/0/clientRoles/realm-management")));
        assertEquals(ROLES_OF_PROVISIONER, sorted(realm.at("/clientScopeMappings/realm-management/0/roles")));
        assertTrue(realm.at("/users/0/realmRoles").isMissingNode());
    }

    @Test
    void noClientTradesAPasswordForATokenInProduction() {
        realm.path("clients").forEach(client -> {
            String id = client.path("clientId").asText();
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true), id);
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true), id);
        });
        assertFalse(RealmFiles.client(realm, "admin-cli").path("enabled").asBoolean(true));
    }

    @Test
    void nothingOfTheDemonstrationReachesProduction() throws IOException {
        JsonNode demo = RealmFiles.demo();
        assertFalse(realm.toString().contains("trame-demo"));
        assertEquals(Set.of("users", "clients"), fieldNames(demo));
        assertEquals(1, realm.path("users").size(), "the provisioner's service account only");
        demo.path("users")
                .forEach(user -> assertFalse(
                        realm.toString().contains(user.path("username").asText() + "@"), user.toString()));
    }

    @Test
    void guessingPasswordsIsSlowAndWeakOnesAreRefused() {
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertTrue(realm.path("failureFactor").asInt(100) <= 10);
        assertFalse(realm.path("permanentLockout").asBoolean(true), "a stranger could lock anybody out for good");
        assertTrue(realm.path("passwordPolicy").asText().startsWith("length(12)"));
        assertFalse(realm.path("registrationAllowed").asBoolean(true));
        assertEquals("external", realm.path("sslRequired").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accessTokenLifespan=300",
                "ssoSessionIdleTimeout=1800",
                "ssoSessionMaxLifespan=36000",
                "eventsExpiration=7776000",
                "defaultLocale=fr",
                "loginTheme=trame",
                "organizationsEnabled=true",
                "eventsEnabled=true",
                "resetPasswordAllowed=true"
            })
    void theRealmIsSetAsAgreed(String setting) {
        String[] parts = setting.split("=", 2);
        assertEquals(parts[1], realm.path(parts[0]).asText());
    }

    @Test
    void clientsTakeTheScopesTheClaimsComeFrom() {
        assertEquals(
                List.of("acr", "basic", "email", "profile", "roles", "web-origins"),
                sorted(web.path("defaultClientScopes")));
        assertEquals(List.of("organization"), sorted(web.path("optionalClientScopes")));
        assertTrue(
                realm.path("clientScopes").isMissingNode(),
                "a realm that lists client scopes loses every built-in one it does not list");
    }

    @Test
    void demonstrationPeopleHaveFixedIdentitiesAndPassThePolicy() throws IOException {
        Set<String> ids = new TreeSet<>();
        RealmFiles.demo().path("users").forEach(user -> {
            ids.add(user.path("id").asText());
            assertTrue(user.path("emailVerified").asBoolean(), user.toString());
            assertEquals(
                    user.path("username").asText() + "@demo.trame.test",
                    user.path("email").asText());
            assertTrue(user.at("/credentials/0/value").asText().length() >= 12, user.toString());
            // An import gives no default role by itself; without it the account pages answer 401.
            assertEquals("[\"default-roles-trame\"]", user.path("realmRoles").toString());
        });
        Set<String> expected = new TreeSet<>();
        for (int i = 1; i <= 11; i++) {
            expected.add("00000000-0000-7000-8000-%012d".formatted(i));
        }
        assertEquals(expected, ids);
    }

    private static List<String> sorted(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
