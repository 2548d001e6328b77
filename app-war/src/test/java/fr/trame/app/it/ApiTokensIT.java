package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a live access token that Keycloak signed for this API opens it; anything else is asked for one. */
class ApiTokensIT {

    private static final String ACCOUNT = "presidence";

    /** Each is a token somebody might try. */
    static final List<String> FORGED = List.of(
            "an ID token",
            "a refresh token",
            "an access token for another audience",
            "a token whose claims were changed",
            "an expired token signed by somebody else",
            "a token without a signature",
            "a token that says it needs no signature",
            "a token signed with the public key as a secret",
            "a token that brings its own key",
            "a token of an unknown key");

    @Test
    void anAccessTokenOpensTheApi() {
        assertEquals(200, Caller.as(ACCOUNT).get("/workspaces").status());
    }

    @ParameterizedTest
    @FieldSource("FORGED")
    void anotherTokenDoesNot(String kind) throws ParseException, JOSEException {
        refused(call("Bearer " + token(kind)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer garbage", "Bearer a.b.c", "Basic cHJlc2lkZW5jZTp0cmFtZQ==", "Digest x"})
    void anythingElseDoesNotEither(String authorization) {
        refused(call(authorization));
    }

    @Test
    void aTokenInTheAddressIsNotLookedAt() {
        var token = Tokens.of(ACCOUNT).access();
        refused(Product.send(HttpRequest.newBuilder(
                URI.create(Product.url("/api/t/" + Product.ARA + "/workspaces?access_token=" + token)))));
    }

    @Test
    void aTokenOfAHundredKilobytesBreaksNothing() {
        var answer = call("Bearer " + "a".repeat(100_000));
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
        assertFalse(answer.text().contains("Exception"), answer::toString);
    }

    private static void refused(Answer answer) {
        assertAll(
                answer.toString(),
                () -> assertEquals(401, answer.status()),
                () -> assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer ")),
                () -> assertTrue(answer.header("Content-Type").startsWith("application/problem+json")),
                () -> assertEquals(401, answer.json().path("status").asInt()),
                () -> assertFalse(answer.json().path("title").asText().isBlank()),
                () -> assertFalse(answer.text().contains("Exception")));
    }

    private static Answer call(String authorization) {
        var request = HttpRequest.newBuilder(URI.create(Product.url("/api/t/" + Product.ARA + "/workspaces")));
        return Product.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private static String token(String kind) throws ParseException, JOSEException {
        var mine = Tokens.of(ACCOUNT);
        var genuine = SignedJWT.parse(mine.access());
        return switch (kind) {
            case "an ID token" -> mine.id();
            case "a refresh token" -> mine.refresh();
            case "an access token for another audience" -> Tokens.forAnotherAudience();
            case "a token whose claims were changed" -> changed(genuine);
            case "an expired token signed by somebody else" ->
                signed(genuine, genuine.getHeader().getKeyID(), false);
            case "a token without a signature" -> genuine.getParsedString().replaceFirst("[^.]+$", "");
            case "a token that says it needs no signature" -> unsigned(genuine);
            case "a token signed with the public key as a secret" -> withPublicKey(genuine);
            case "a token that brings its own key" -> signed(genuine, "mine", true);
            case "a token of an unknown key" -> signed(genuine, "unknown", false);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static String changed(SignedJWT token) throws ParseException {
        var claims = new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                .subject("00000000-0000-7000-8000-000000000006")
                .build();
        return String.join(
                ".",
                token.getHeader().toBase64URL().toString(),
                claims.toPayload().toBase64URL().toString(),
                token.getSignature().toString());
    }

    private static String unsigned(SignedJWT token) {
        var header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        return header + "." + token.getPayload().toBase64URL() + ".";
    }

    private static String signed(SignedJWT token, String keyId, boolean bringsKey)
            throws JOSEException, ParseException {
        RSAKey key = new RSAKeyGenerator(2048).keyID(keyId).generate();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(keyId)
                .type(token.getHeader().getType());
        if (bringsKey) {
            header.jwk(key.toPublicJWK());
        }
        var times = bringsKey ? token.getJWTClaimsSet() : expired(token);
        var forged = new SignedJWT(header.build(), times);
        forged.sign(new RSASSASigner(key));
        return forged.serialize();
    }

    private static JWTClaimsSet expired(SignedJWT token) throws ParseException {
        var hourAgo = Date.from(Instant.now().minusSeconds(3600));
        return new JWTClaimsSet.Builder(token.getJWTClaimsSet())
                .expirationTime(hourAgo)
                .build();
    }

    /** The old confusion: a verifier that takes the algorithm from the token uses the public key as a shared secret. */
    private static String withPublicKey(SignedJWT token) throws JOSEException, ParseException {
        var address = URI.create(Product.issuer() + "/protocol/openid-connect/certs");
        var keys = JWKSet.parse(Product.send(HttpRequest.newBuilder(address)).text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey().toRSAPublicKey();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(token.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, token.getJWTClaimsSet());
        forged.sign(new MACSigner(key.getEncoded()));
        return forged.serialize();
    }

    @Test
    void everyDoorOfTheApiAsksForAToken() {
        for (var door : Door.all()) {
            var answer = door.knock(Caller.as(""), Map.of());
            assertEquals(401, answer.status(), answer::toString);
        }
    }
}
