package fr.trame.app.identity.web;

import fr.trame.app.identity.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Access tokens at the API: signature, issuer, audience, type and time are checked; ID tokens are refused. */
@ApplicationScoped
public class Bearer {

    private static final int TOKEN_LIMIT = 16_384;

    @Inject
    OidcClient oidc;

    private final KnownTokens known = new KnownTokens();

    Answer person(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Answer(null, 401, "Bearer realm=\"trame\"");
        }
        var token = header.substring(7).trim();
        try {
            if (token.length() > TOKEN_LIMIT) {
                return refused();
            }
            return new Answer(person(token), 200, "");
        } catch (OidcClient.TokenRefused | ParseException no) {
            return refused();
        } catch (IOException away) {
            return new Answer(null, 503, "");
        }
    }

    private Person person(String token) throws OidcClient.TokenRefused, ParseException, IOException {
        var before = known.holder(token, Instant.now());
        if (before != null) {
            return before;
        }
        var claims = oidc.accessToken(token);
        var name = claims.getStringClaim("name");
        var email = claims.getStringClaim("email");
        var person =
                new Person(claims.getSubject(), name == null ? claims.getSubject() : name, email == null ? "" : email);
        known.keep(token, person, Instant.now(), claims.getExpirationTime().toInstant());
        return person;
    }

    private static Answer refused() {
        return new Answer(null, 401, "Bearer realm=\"trame\", error=\"invalid_token\"");
    }

    /** Either a person, or the status and challenge to send. */
    record Answer(@Nullable Person person, int status, String challenge) {

        /** For those who read nothing but the status. */
        void challenge(HttpServletResponse response) {
            if (!challenge.isEmpty()) {
                response.setHeader("WWW-Authenticate", challenge);
            }
            response.setStatus(status);
        }

        void refuse(HttpServletResponse response) throws IOException {
            challenge(response);
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(
                            status == 401
                                    ? "{\"title\":\"A valid access token is required\",\"status\":401,"
                                            + "\"detail\":\"Send an unexpired access token issued for this API.\"}"
                                    : "{\"title\":\"The identity server does not answer\",\"status\":503,"
                                            + "\"detail\":\"Try again in a minute.\"}");
        }
    }
}
