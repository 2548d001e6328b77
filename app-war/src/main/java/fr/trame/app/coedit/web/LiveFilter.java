package fr.trame.app.coedit.web;

import fr.trame.app.BusinessException;
import fr.trame.app.coedit.Rights;
import fr.trame.app.coedit.Rooms;
import fr.trame.app.coedit.Visit;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Person;
import fr.trame.app.identity.Refusal;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a line to a fiche that is written together, at {@code /t/{alias}/fiches/{id}/live}. The tenant and the
 * membership are checked before, as for each page. Asked without an upgrade it says what it would answer, which browsers
 * keep from their pages otherwise: 204, 401, 403, 404 or 429.
 */
public class LiveFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 10;
    private static final int TOO_MANY = 429;
    private static final Pattern LIVE =
            Pattern.compile("/t/[^/]+/fiches/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/live");

    @Inject
    @ConfigProperty(name = "trame.public.url")
    String publicUrl;

    @Inject
    transient CurrentUser user;

    @Inject
    transient TenantContext tenancy;

    @Inject
    transient Rights rights;

    @Inject
    transient Rooms rooms;

    @Inject
    transient Event<Refusal> refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var named = LIVE.matcher(path(request));
        if (!named.matches()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var fiche = UUID.fromString(named.group(1));
            var mayWrite = rights.mayWrite(fiche);
            if (rooms.count(user.getSubject()) >= MOST_LINES) {
                response.setStatus(TOO_MANY);
            } else if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            } else if (!isOurs(request.getHeader("Origin"))) {
                refusals.fire(new Refusal(user.getSubject(), "FICHE_LIVE", "error.refused"));
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            } else {
                var visit = new Visit(tenancy.tenant(), fiche, user.person(), sid(request), mayWrite);
                chain.doFilter(new Upgraded(request, visit), response);
            }
        } catch (BusinessException no) {
            response.setStatus(no.kind().status());
        }
    }

    /** A browser sends our cookie along whichever page asks, and says whose page it is. */
    private boolean isOurs(@Nullable String origin) {
        var own = URI.create(publicUrl);
        return (own.getScheme() + "://" + own.getAuthority()).equals(origin);
    }

    private static String sid(HttpServletRequest request) {
        return request.getAttribute(Person.SESSION) instanceof String sid ? sid : "";
    }

    private static String path(HttpServletRequest request) {
        var path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }

    /** Hands what was found out here to the line, which knows of a request nothing but its principal. */
    private static final class Upgraded extends HttpServletRequestWrapper {

        private final Visit visit;

        Upgraded(HttpServletRequest request, Visit visit) {
            super(request);
            this.visit = visit;
        }

        @Override
        public Principal getUserPrincipal() {
            return visit;
        }
    }
}
