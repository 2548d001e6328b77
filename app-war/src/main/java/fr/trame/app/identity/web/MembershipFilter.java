package fr.trame.app.identity.web;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Memberships;
import fr.trame.app.identity.Person;
import fr.trame.app.identity.Refusal;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.Tenants;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Identifies the person in the request and, when the address names a tenant, enters it with the role its member table
 * gives. A tenant that does not exist and one the person is no member of look the same: not found. The second is audited
 * in that tenant.
 */
public class MembershipFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern TENANT = Pattern.compile("^/(?:api/)?t/([^/]+)(?:/.*)?$");

    @Inject
    transient Tenants tenants;

    @Inject
    transient Memberships memberships;

    @Inject
    transient TenantContext context;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Event<Refusal> refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(TrameAuthentication.PERSON) instanceof Person person) {
            user.identify(person);
        }
        var named = TENANT.matcher(Paths.path(request));
        if (named.matches() && !enter(named.group(1))) {
            notFound(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean enter(String alias) {
        var tenant = tenants.find(alias);
        if (tenant.isEmpty()) {
            return false;
        }
        context.set(tenant.get());
        var membership = memberships.find(tenant.get(), user.person());
        if (membership.isEmpty()) {
            refusals.fire(new Refusal(user.getSubject(), "TENANT_ENTER", "error.not.member"));
            return false;
        }
        user.enter(membership.get().role(), membership.get().byWorkspace());
        return true;
    }

    private static void notFound(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (Paths.isApi(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write("{\"title\":\"Not found\",\"status\":404,\"detail\":\"No such tenant.\"}");
        } else if (Paths.isDav(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
