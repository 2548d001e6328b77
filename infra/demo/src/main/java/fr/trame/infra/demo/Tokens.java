package fr.trame.infra.demo;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Access tokens of the demonstration accounts, asked for by name and password and renewed before they end. */
final class Tokens {

    private static final String CLIENT = "trame-demo";
    private static final String PASSWORD = "trame-demo-2026"; // of every demonstration account, in development only
    private static final Duration MARGIN = Duration.ofSeconds(45);

    private final Http http;
    private final String issuer;
    private final Clock clock;
    private final Map<String, Token> tokens = new HashMap<>();

    Tokens(Http http, String issuer, Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    String of(String account) {
        var known = tokens.get(account);
        if (known == null || clock.instant().isAfter(known.until().minus(MARGIN))) {
            known = fetch(account);
            tokens.put(account, known);
        }
        return known.value();
    }

    private Token fetch(String account) {
        var form = Map.of("grant_type", "password", "client_id", CLIENT, "username", account, "password", PASSWORD);
        var request = Http.to(issuer + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build();
        var asked = clock.instant();
        var answer = http.send("Signing in as " + account, request);
        return new Token(
                answer.path("access_token").asText(),
                asked.plusSeconds(answer.path("expires_in").asLong()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
