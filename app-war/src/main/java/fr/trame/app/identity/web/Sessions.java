package fr.trame.app.identity.web;

import fr.trame.app.identity.RevokedSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signed-in sessions of pages: idle 30 min, 10 h in all, confirmed by the identity server at most every 5 minutes. When
 * that server is away a session lives on for 30 minutes since it was last confirmed.
 */
@ApplicationScoped
public class Sessions {

    private static final System.Logger LOG = System.getLogger(Sessions.class.getName());
    private static final String ATTRIBUTE = SignedIn.class.getName();
    private static final int IDLE_SECONDS = 30 * 60;
    private static final Duration AT_MOST = Duration.ofHours(10);
    private static final Duration CONFIRMED_FOR = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(20);

    @Inject
    OidcClient oidc;

    @Inject
    RevokedSessions revoked;

    private volatile Instant awayUntil = Instant.MIN;

    /** Starts a session; the identifier changes, so that one planted before sign-in is worth nothing. */
    void start(HttpServletRequest request, SignedIn signedIn) {
        request.changeSessionId();
        var session = request.getSession();
        session.setMaxInactiveInterval(IDLE_SECONDS);
        session.setAttribute(ATTRIBUTE, signedIn);
    }

    /** Ends the session of the request. */
    Optional<SignedIn> end(HttpServletRequest request) {
        var session = request.getSession(false);
        var signedIn = Optional.ofNullable(held(session));
        if (session != null) {
            session.invalidate();
        }
        return signedIn;
    }

    /** @return the session when it stands, empty when the person has to sign in */
    Optional<SignedIn> current(HttpServletRequest request) {
        var session = request.getSession(false);
        var signedIn = held(session);
        if (session == null || signedIn == null) {
            return Optional.empty();
        }
        var now = Instant.now();
        if (signedIn.since().plus(AT_MOST).isBefore(now) || revoked.contains(signedIn.sid())) {
            session.invalidate();
            return Optional.empty();
        }
        if (signedIn.checkedAt().plus(CONFIRMED_FOR).isAfter(now)) {
            return Optional.of(signedIn);
        }
        return confirm(session, signedIn, now);
    }

    private Optional<SignedIn> confirm(HttpSession session, SignedIn signedIn, Instant now) {
        synchronized (session.getId().intern()) {
            var latest = held(session);
            if (latest != null && latest.checkedAt().plus(CONFIRMED_FOR).isAfter(now)) {
                return Optional.of(latest); // another request of this session has just asked
            }
            try {
                if (now.isBefore(awayUntil)) {
                    return grace(session, signedIn, now);
                }
                var confirmed = signedIn.confirmed(oidc.refresh(signedIn.refreshToken()));
                session.setAttribute(ATTRIBUTE, confirmed);
                return Optional.of(confirmed);
            } catch (OidcClient.TokenRefused ended) {
                session.invalidate();
                return Optional.empty();
            } catch (IOException away) {
                LOG.log(System.Logger.Level.WARNING, "the identity server does not answer: {0}", away.getMessage());
                awayUntil = now.plus(ASK_AGAIN);
                return grace(session, signedIn, now);
            }
        }
    }

    private static Optional<SignedIn> grace(HttpSession session, SignedIn signedIn, Instant now) {
        if (signedIn.checkedAt().plus(GRACE).isAfter(now)) {
            return Optional.of(signedIn);
        }
        session.invalidate();
        return Optional.empty();
    }

    private static @Nullable SignedIn held(@Nullable HttpSession session) {
        return session == null ? null : (SignedIn) session.getAttribute(ATTRIBUTE);
    }
}
