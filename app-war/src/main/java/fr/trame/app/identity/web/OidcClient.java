package fr.trame.app.identity.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The product's side of OpenID Connect, on Nimbus' SDK: authorization code with PKCE, and the checks of every kind of
 * token. Each call to the identity server has a timeout of 3 s; its keys are kept for hours when it is away.
 */
@ApplicationScoped
public class OidcClient {

    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int KEY_LIMIT_BYTES = 100_000;
    private static final long OUTAGE_TOLERANCE_MILLIS = 4 * 60 * 60 * 1_000L;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    @Inject
    @ConfigProperty(name = "trame.oidc.issuer")
    String issuer;

    @Inject
    @ConfigProperty(name = "trame.oidc.client.id")
    String clientId;

    @Inject
    @ConfigProperty(name = "trame.oidc.client.secret")
    String clientSecret;

    @Inject
    @ConfigProperty(name = "trame.oidc.api.audience")
    String apiAudience;

    @Inject
    @ConfigProperty(name = "trame.public.url")
    String publicUrl;

    private JWKSource<SecurityContext> keys;
    private IDTokenValidator idTokens;
    private LogoutTokenValidator logoutTokens;
    private DefaultJWTProcessor<SecurityContext> accessTokens;

    @SuppressWarnings("NullAway.Init") // the container calls connect() before any use
    public OidcClient() {}

    @PostConstruct
    void connect() {
        try {
            keys = JWKSourceBuilder.<SecurityContext>create(
                            endpoint("certs").toURL(),
                            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, KEY_LIMIT_BYTES))
                    .retrying(true)
                    .rateLimited(true)
                    .refreshAheadCache(true)
                    .outageTolerant(OUTAGE_TOLERANCE_MILLIS)
                    .build();
        } catch (MalformedURLException wrong) {
            throw new IllegalStateException("trame.oidc.issuer is not an address: " + issuer, wrong);
        }
        var selector = new JWSVerificationKeySelector<>(ALGORITHMS, keys);
        idTokens = new IDTokenValidator(new Issuer(issuer), new ClientID(clientId), selector, null);
        logoutTokens = new LogoutTokenValidator(new Issuer(issuer), new ClientID(clientId), true, selector, null);
        accessTokens = new DefaultJWTProcessor<>();
        accessTokens.setJWSKeySelector(selector);
        accessTokens.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        // An ID token says typ=ID in its claims: it proves a sign-in and must not open the API.
        accessTokens.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                apiAudience,
                new JWTClaimsSet.Builder().issuer(issuer).claim("typ", "Bearer").build(),
                Set.of("sub", "exp", "iat")));
    }

    /** @return where the browser goes to sign in */
    URI authorizationUri(LoginAttempt attempt, String language) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), new ClientID(clientId), callback())
                .endpointURI(endpoint("auth"))
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .customParameter("ui_locales", language)
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** @return where the browser goes to end the session at the identity server too */
    URI logoutUri(String idToken) {
        return URI.create(endpoint("logout") + "?id_token_hint=" + idToken + "&post_logout_redirect_uri="
                + java.net.URLEncoder.encode(publicUrl + "/auth/signed-out", java.nio.charset.StandardCharsets.UTF_8));
    }

    /**
     * Turns the code into a signed-in person.
     *
     * @throws TokenRefused when the identity server or a check says no
     * @throws IOException when the identity server does not answer in time
     */
    SignedIn exchange(String code, LoginAttempt attempt) throws TokenRefused, IOException {
        var grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), callback(), new CodeVerifier(attempt.verifier()));
        return request(grant, new Nonce(attempt.nonce()));
    }

    /** Asks whether the session still stands; the answer carries the person's current name. */
    SignedIn refresh(String refreshToken) throws TokenRefused, IOException {
        return request(new RefreshTokenGrant(new RefreshToken(refreshToken)), null);
    }

    /** @return the claims of an access token meant for the API */
    JWTClaimsSet accessToken(String token) throws TokenRefused, IOException {
        try {
            return accessTokens.process(token, null);
        } catch (com.nimbusds.jose.RemoteKeySourceException away) {
            throw new IOException("the keys of the identity server cannot be read", away);
        } catch (java.text.ParseException | BadJOSEException | JOSEException refused) {
            throw new TokenRefused(refused);
        }
    }

    /** @return the session a logout token ends */
    String endedSession(JWT logoutToken) throws TokenRefused {
        try {
            var claims = logoutTokens.validate(logoutToken);
            if (claims.getSessionID() == null) {
                throw new TokenRefused(new IllegalArgumentException("no sid"));
            }
            return claims.getSessionID().getValue();
        } catch (BadJOSEException | JOSEException refused) {
            throw new TokenRefused(refused);
        }
    }

    private SignedIn request(AuthorizationGrant grant, @org.jspecify.annotations.Nullable Nonce nonce)
            throws TokenRefused, IOException {
        var request = new TokenRequest.Builder(
                        endpoint("token"),
                        new ClientSecretBasic(new ClientID(clientId), new Secret(clientSecret)),
                        grant)
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        try {
            var http = request.send();
            if (http.getStatusCode() >= 500) {
                throw new IOException("the identity server answers " + http.getStatusCode());
            }
            var response = OIDCTokenResponseParser.parse(http);
            if (!response.indicatesSuccess()) {
                throw new TokenRefused(
                        new IllegalArgumentException(response.toErrorResponse().getErrorObject() + ""));
            }
            return signedIn((OIDCTokenResponse) response.toSuccessResponse(), nonce);
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            throw new TokenRefused(refused);
        }
    }

    private SignedIn signedIn(OIDCTokenResponse response, @org.jspecify.annotations.Nullable Nonce nonce)
            throws BadJOSEException, JOSEException, TokenRefused {
        var tokens = response.getOIDCTokens();
        if (tokens.getIDToken() == null || tokens.getRefreshToken() == null) {
            throw new TokenRefused(new IllegalArgumentException("no ID token or refresh token"));
        }
        var claims = idTokens.validate(tokens.getIDToken(), nonce);
        return SignedIn.of(claims, tokens.getRefreshToken().getValue(), tokens.getIDTokenString());
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    private URI callback() {
        try {
            return new URI(publicUrl + "/auth/callback");
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException("trame.public.url is not an address: " + publicUrl, wrong);
        }
    }

    /** The token, or the request for one, is refused. */
    static final class TokenRefused extends Exception {
        private static final long serialVersionUID = 1L;

        TokenRefused(Throwable cause) {
            super(cause);
        }
    }
}
