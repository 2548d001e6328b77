package fr.trame.app.search.web;

import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.search.ResultsTable;
import fr.trame.app.web.Preferences;
import fr.trame.app.web.Shell;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code GET /t/{alias}/search/export}, with the query of a page of results: what it found, for a spreadsheet. */
@WebServlet("/search-export")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient ResultsTable table;

    @Inject
    transient Shell shell;

    @Inject
    @ConfigProperty(name = "trame.public.url")
    transient String publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!user.isInTenant()) { // this address without the tenant's
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asked = Asked.from(request.getParameterMap());
        try {
            var csv = table.csv(
                    asked.question(),
                    Preferences.language(request),
                    hit -> publicUrl + shell.url(Address.of(hit, asked.words())));
            response.setContentType("text/csv");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"trame-recherche.csv\"");
            response.setHeader("Cache-Control", "private, no-store");
            response.getWriter().write(csv);
        } catch (BusinessException no) {
            response.sendError(no.kind().status());
        }
    }
}
