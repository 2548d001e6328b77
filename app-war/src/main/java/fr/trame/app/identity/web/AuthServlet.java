package fr.trame.app.identity.web;

import com.nimbusds.jwt.JWTParser;
import fr.trame.app.identity.RevokedSessions;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;

/**
 * The addresses the identity server calls or sends the browser to: {@code /auth/callback}, {@code /auth/logout},
 * {@code /auth/backchannel-logout}. Errors end on {@code /auth/problem}, a page with a way on.
 */
@WebServlet("/auth/*")
public class AuthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(AuthServlet.class.getName());

    @Inject
    transient OidcClient oidc;

    @Inject
    transient Sessions sessions;

    @Inject
    transient RevokedSessions revoked;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        switch (String.valueOf(request.getPathInfo())) {
            case "/callback" -> callback(request, response);
            case "/signed-out" -> page(request, response, "signed-out", 200);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        switch (String.valueOf(request.getPathInfo())) {
            case "/logout" -> logout(request, response);
            case "/backchannel-logout" -> backchannelLogout(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void callback(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var state = request.getParameter("state");
        var session = request.getSession(false);
        var attempt = state == null || session == null
                ? java.util.Optional.<LoginAttempt>empty()
                : LoginAttempt.take(session, state);
        var code = request.getParameter("code");
        if (attempt.isEmpty() || code == null) {
            var key = attempt.isEmpty() ? "expired" : "refused";
            page(request, response, key, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            sessions.start(request, oidc.exchange(code, attempt.get()));
            response.sendRedirect(attempt.get().returnTo());
        } catch (OidcClient.TokenRefused refused) {
            LOG.log(System.Logger.Level.WARNING, "sign-in refused: {0}", String.valueOf(refused.getCause()));
            page(request, response, "refused", HttpServletResponse.SC_BAD_REQUEST);
        } catch (IOException away) {
            LOG.log(System.Logger.Level.WARNING, "the identity server does not answer: {0}", away.getMessage());
            page(request, response, "away", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!sameOrigin(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        var ended = sessions.end(request);
        if (ended.isEmpty()) {
            response.sendRedirect("/auth/signed-out");
            return;
        }
        revoked.add(ended.get().sid());
        response.sendRedirect(oidc.logoutUri(ended.get().idToken()).toString());
    }

    /** Asked by a form of our own pages; another site may not sign people out. */
    private static boolean sameOrigin(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private void backchannelLogout(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var token = request.getParameter("logout_token");
            if (token == null || token.length() > 16_384) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            revoked.add(oidc.endedSession(JWTParser.parse(token)));
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (OidcClient.TokenRefused | ParseException forged) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static void page(HttpServletRequest request, HttpServletResponse response, String key, int status)
            throws IOException, ServletException {
        response.setStatus(status);
        request.getRequestDispatcher("/signin.xhtml?problem=" + key).forward(request, response);
    }
}
