package fr.trame.app.search.web;

import fr.trame.app.Words;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.search.Directory;
import fr.trame.app.search.RecentSearches;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.search.Suggestions;
import fr.trame.app.web.Preferences;
import fr.trame.app.web.Shell;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What the search box offers while somebody types: {@code GET /t/{alias}/suggest?q=…}, in the person's words, ready to
 * be shown. {@code POST} forgets what the person searched for.
 */
@WebServlet("/suggest")
public class SuggestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CurrentUser user;

    @Inject
    transient Suggestions suggestions;

    @Inject
    transient RecentSearches recent;

    @Inject
    transient Shell shell;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!user.isInTenant()) { // this address without the tenant's
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var locale = Preferences.language(request);
        var offer = suggestions.of(Objects.requireNonNullElse(request.getParameter("q"), ""));
        var groups = Json.createArrayBuilder();
        add(groups, Words.of("search.suggest.recent", locale), searches(offer.recent()));
        for (var kind : SearchIndex.Kind.values()) {
            add(groups, Words.of("search.results.kind." + kind, locale), things(offer, kind));
        }
        for (var kind : Directory.Kind.values()) {
            add(groups, Words.of("search.directory." + kind, locale), names(offer, kind));
        }
        var count = offer.recent().size()
                + offer.things().size()
                + offer.directory().size();
        var answer = Json.createObjectBuilder()
                .add("groups", groups)
                .add("recent", !offer.recent().isEmpty())
                .add("told", Words.of("search.suggest.told", locale, count));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.getWriter().write(answer.build().toString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!user.isInTenant()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            recent.forget();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private static void add(JsonArrayBuilder groups, String label, List<JsonObjectBuilder> options) {
        if (!options.isEmpty()) {
            var array = Json.createArrayBuilder();
            options.forEach(array::add);
            groups.add(Json.createObjectBuilder().add("label", label).add("options", array));
        }
    }

    private List<JsonObjectBuilder> searches(List<String> recents) {
        return recents.stream()
                .map(words ->
                        option("history", List.of(words), "", Asked.words(words).address()))
                .toList();
    }

    private List<JsonObjectBuilder> things(Suggestions.Offer offer, SearchIndex.Kind kind) {
        return offer.things().stream()
                .filter(each -> each.hit().kind() == kind)
                .map(each -> option(icon(each.hit()), title(each.hit()), each.workspace(), address(each.hit())))
                .toList();
    }

    private List<JsonObjectBuilder> names(Suggestions.Offer offer, Directory.Kind kind) {
        return offer.directory().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> option(Address.icon(kind), List.of(each.name()), "", Address.of(each)))
                .toList();
    }

    private JsonObjectBuilder option(String icon, List<String> pieces, String note, String address) {
        return Json.createObjectBuilder()
                .add("icon", icon)
                .add("pieces", Json.createArrayBuilder(pieces))
                .add("note", note)
                .add("url", shell.url(address));
    }

    private static List<String> title(SearchIndex.Hit hit) {
        if (hit.reference() == null || hit.title().isEmpty()) {
            return hit.title();
        }
        var pieces = hit.title().toArray(String[]::new);
        pieces[0] = hit.reference().toUpperCase(Locale.ROOT) + " " + pieces[0];
        return Arrays.asList(pieces);
    }

    private static String icon(SearchIndex.Hit hit) {
        return switch (hit.kind()) {
            case FICHE -> "file-edit";
            case DOSSIER -> "folder";
            case COMMENT -> "comment";
            case DOCUMENT -> "pdf".equals(hit.type()) ? "file-pdf" : "file";
        };
    }

    private static String address(SearchIndex.Hit hit) {
        return Address.of(hit, "");
    }
}
