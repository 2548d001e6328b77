package fr.trame.app.identity.web;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import fr.trame.app.identity.Person;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the session holds of a signed-in person.
 *
 * @param sid session at the identity server, ended by back-channel logout
 * @param checkedAt when the identity server last confirmed the session
 * @param since when the person signed in
 */
record SignedIn(Person person, String sid, String refreshToken, String idToken, Instant checkedAt, Instant since)
        implements Serializable {

    static SignedIn of(IDTokenClaimsSet claims, String refreshToken, String idToken) {
        var subject = claims.getSubject().getValue();
        var person = new Person(
                subject,
                orElse(claims.getStringClaim("name"), orElse(claims.getStringClaim("preferred_username"), subject)),
                orElse(claims.getStringClaim("email"), ""));
        var now = Instant.now();
        return new SignedIn(person, orElse(claims.getStringClaim("sid"), ""), refreshToken, idToken, now, now);
    }

    /** The same session after the identity server confirmed it. */
    SignedIn confirmed(SignedIn fresh) {
        return new SignedIn(
                fresh.person(), fresh.sid(), fresh.refreshToken(), fresh.idToken(), fresh.checkedAt(), since);
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
