package fr.trame.infra.bench;

import fr.trame.infra.stack.part.Realm;
import java.time.Duration;
import java.time.Instant;
import okhttp3.FormBody;
import okhttp3.Request;

/** The bearer token of one demonstration account, renewed before it ends. */
final class Tokens {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Http http;
    private final String issuer;
    private final Realm.Account account;
    private String value = "";
    private Instant until = Instant.MIN;

    Tokens(Http http, String issuer, Realm.Account account) {
        this.http = http;
        this.issuer = issuer;
        this.account = account;
    }

    synchronized String bearer() {
        var now = Instant.now();
        if (now.isAfter(until)) {
            var form = new FormBody.Builder()
                    .add("grant_type", "password")
                    .add("client_id", "trame-demo")
                    .add("username", account.username())
                    .add("password", account.password())
                    .build();
            var request = new Request.Builder()
                    .url(issuer + "/protocol/openid-connect/token")
                    .post(form)
                    .build();
            var answer = http.json("Signing in as " + account.username(), request);
            value = answer.path("access_token").asText();
            until = now.plusSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
        }
        return "Bearer " + value;
    }
}
