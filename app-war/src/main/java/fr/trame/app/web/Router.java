package fr.trame.app.web;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Memberships;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives each page its address: {@code /t/{alias}/fiches/{id}} is shown by {@code /fiche/view.xhtml}. A page is reached by
 * its address only, because that is where the tenant is named and checked.
 */
public class Router extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final List<Route> ROUTES = List.of(
            route("/choose", "/choose.xhtml"),
            // Where scripts send the browser when a partial request fails.
            route("/error\\.xhtml", "/error.xhtml"),
            route("/expired\\.xhtml", "/expired.xhtml"),
            route("/t/[^/]+/?", "/piloting/index.xhtml"),
            route("/t/[^/]+/workspaces/new", "/workspace/new.xhtml"),
            route("/t/[^/]+/w/" + ID, "/fiche/list.xhtml?workspace=$1"),
            route("/t/[^/]+/w/" + ID + "/dossiers", "/dossier/list.xhtml?workspace=$1"),
            route("/t/[^/]+/w/" + ID + "/fiches/new", "/fiche/edit.xhtml?workspace=$1"),
            route("/t/[^/]+/fiches/" + ID, "/fiche/view.xhtml?id=$1"),
            route("/t/[^/]+/fiches/" + ID + "/edit", "/fiche/edit.xhtml?id=$1"),
            route("/t/[^/]+/fiches/" + ID + "/write", "/coedit/write.xhtml?id=$1"),
            route("/t/[^/]+/dossiers/" + ID, "/dossier/view.xhtml?id=$1"),
            route("/t/[^/]+/dossiers/" + ID + "/trash", "/dossier/trash.xhtml?id=$1"),
            route("/t/[^/]+/dossiers/" + ID + "/deposits", "/deposit/list.xhtml?id=$1"),
            route("/t/[^/]+/documents/" + ID, "/dossier/document.xhtml?id=$1"),
            route("/t/[^/]+/documents/" + ID + "/history", "/dossier/history.xhtml?id=$1"),
            route("/t/[^/]+/retention", "/retention/index.xhtml"),
            route("/t/[^/]+/retention/eliminations/" + ID, "/retention/elimination.xhtml?id=$1"),
            route("/t/[^/]+/storage", "/quota/index.xhtml"),
            route("/t/[^/]+/renewals", "/renewal/index.xhtml"),
            route("/t/[^/]+/integrity", "/integrity/index.xhtml"),
            route("/t/[^/]+/drive", "/webdav/index.xhtml"),
            route("/t/[^/]+/search", "/search/results.xhtml"),
            route("/t/[^/]+/search/export", "/search-export"),
            route("/t/[^/]+/searches", "/search/saved.xhtml"),
            route("/t/[^/]+/searches/(save|remove|start|stop)", "/saved-searches?do=$1"),
            route("/t/[^/]+/suggest", "/suggest"));

    @Inject
    transient CurrentUser user;

    @Inject
    transient Memberships memberships;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.equals("/")) {
            response.sendRedirect(home());
            return;
        }
        for (var route : ROUTES) {
            var named = route.address().matcher(path);
            if (named.matches()) {
                request.getRequestDispatcher(named.replaceFirst(route.page())).forward(request, response);
                return;
            }
        }
        if (path.endsWith(".xhtml") && !path.startsWith("/jakarta.faces.resource/")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }

    private String home() {
        var own = memberships.of(user.person());
        return own.size() == 1 ? "/t/" + own.get(0).alias() + "/" : "/choose";
    }

    private static Route route(String address, String page) {
        return new Route(Pattern.compile(address), page);
    }

    private record Route(Pattern address, String page) {}
}
