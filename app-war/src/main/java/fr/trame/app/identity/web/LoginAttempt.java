package fr.trame.app.identity.web;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * One attempt to sign in. A session holds several, by state: two tabs that sign in at once do not overwrite each other.
 *
 * @param returnTo address inside the product, beginning with a slash
 */
record LoginAttempt(String state, String nonce, String verifier, String returnTo) implements Serializable {

    private static final String ATTRIBUTE = LoginAttempt.class.getName();
    private static final int AT_MOST = 10;

    static LoginAttempt start(HttpSession session, String returnTo) {
        var attempt = new LoginAttempt(
                new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), inside(returnTo));
        synchronized (session.getId().intern()) {
            var attempts = all(session);
            attempts.put(attempt.state(), attempt);
            attempts.keySet().stream()
                    .limit(Math.max(0, attempts.size() - AT_MOST))
                    .toList()
                    .forEach(attempts::remove);
            session.setAttribute(ATTRIBUTE, attempts);
        }
        return attempt;
    }

    /** @return the attempt of that state, which is used up by this call */
    static Optional<LoginAttempt> take(HttpSession session, String state) {
        synchronized (session.getId().intern()) {
            var attempts = all(session);
            var taken = Optional.ofNullable(attempts.remove(state));
            session.setAttribute(ATTRIBUTE, attempts);
            return taken;
        }
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, LoginAttempt> all(HttpSession session) {
        var kept = (LinkedHashMap<String, LoginAttempt>) session.getAttribute(ATTRIBUTE);
        return kept == null ? new LinkedHashMap<>() : new LinkedHashMap<>(kept);
    }

    /** Only a path of this product, never another site ({@code //host} is one). */
    private static String inside(String address) {
        var safe = address.startsWith("/")
                && !address.startsWith("//")
                && !address.startsWith("/\\")
                && address.chars().noneMatch(Character::isISOControl);
        return safe ? address : "/";
    }
}
