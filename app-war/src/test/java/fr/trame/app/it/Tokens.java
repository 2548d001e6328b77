package fr.trame.app.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The tokens of a demonstration account, traded for its password as the development realm allows.
 *
 * @param until when to ask for new ones
 */
record Tokens(String access, String id, String refresh, Instant until) {

    static final String PASSWORD = "trame-demo-2026";

    private static final Duration KEPT = Duration.ofMinutes(3);
    private static final Map<String, Tokens> BY_ACCOUNT = new ConcurrentHashMap<>();

    static Tokens of(String account) {
        return BY_ACCOUNT.compute(
                account, (name, kept) -> kept != null && kept.until().isAfter(Instant.now()) ? kept : ofPassword(name));
    }

    /** @return whether Keycloak gives out tokens */
    static boolean isGranted(String account) {
        try {
            return !ofPassword(account).access().isEmpty();
        } catch (AssertionError away) {
            return false;
        }
    }

    private static Tokens ofPassword(String account) {
        return granted(Map.of(
                "grant_type", "password",
                "client_id", "trame-demo",
                "username", account,
                "password", PASSWORD,
                "scope", "openid"));
    }

    /** @return a genuine access token of the realm that is not meant for the product's API */
    static String forAnotherAudience() {
        var settings = Part.home().map(folder -> Part.properties(folder.resolve("app.env")));
        assumeTrue(
                settings.isPresent(), "the stack was not started by the build: the other client's secret is unknown");
        return granted(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", settings.get().getProperty("TRAME_KEYCLOAK_ADMIN_CLIENT_ID"),
                        "client_secret", settings.get().getProperty("TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET")))
                .access();
    }

    private static Tokens granted(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer =
                Product.send(HttpRequest.newBuilder(URI.create(Product.issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() != 200) {
            throw new AssertionError("no token: " + answer);
        }
        var json = answer.json();
        return new Tokens(
                json.path("access_token").asText(),
                json.path("id_token").asText(),
                json.path("refresh_token").asText(),
                Instant.now().plus(KEPT));
    }
}
