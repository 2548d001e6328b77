package fr.trame.app.search.web;

import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.search.Filters;
import fr.trame.app.search.KeptSearches;
import fr.trame.app.search.SavedSearches;
import fr.trame.app.web.Shell;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** Plain forms around saved searches: {@code POST /t/{alias}/searches/save}, {@code remove}, {@code start}, {@code stop}. */
@WebServlet("/saved-searches")
public class SavedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient SavedSearches saved;

    @Inject
    transient KeptSearches kept;

    @Inject
    transient Shell shell;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (!user.isInTenant()) { // this address without the tenant's
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (site != null && !site.equals("same-origin")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            try {
                answer(response, act(request));
            } catch (BusinessException no) {
                if (no.kind() == BusinessException.Kind.NOT_FOUND) {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                } else {
                    answer(response, "refused");
                }
            }
        }
    }

    private void answer(HttpServletResponse response, String outcome) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", shell.url("/searches?did=" + outcome));
    }

    private String act(HttpServletRequest request) {
        switch (parameter(request, "do")) {
            case "save" -> {
                var asked = Asked.from(request.getParameterMap());
                kept.save(
                        parameter(request, "name"),
                        asked.words(),
                        Filters.text(asked.filters()),
                        "on".equals(request.getParameter("alert")));
                return "saved";
            }
            case "remove" -> {
                saved.remove(id(request));
                return "removed";
            }
            default -> {
                var start = "start".equals(parameter(request, "do"));
                saved.alert(id(request), start);
                return start ? "started" : "stopped";
            }
        }
    }

    private static UUID id(HttpServletRequest request) {
        try {
            return UUID.fromString(parameter(request, "id"));
        } catch (IllegalArgumentException none) {
            throw BusinessException.notFound("search.saved.unknown");
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
