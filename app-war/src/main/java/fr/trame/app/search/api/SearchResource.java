package fr.trame.app.search.api;

import fr.trame.app.BusinessException;
import fr.trame.app.search.Directory;
import fr.trame.app.search.Question;
import fr.trame.app.search.ResultsTable;
import fr.trame.app.search.Search;
import fr.trame.app.search.SearchIndex;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/search}: what the caller may read and the words find. */
@Path("t/{alias}/search")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int OF_EACH_NAME = 20;
    private static final List<String> FACETS = List.of("kind", "workspace", "status", "type", "year");

    @Inject
    Search search;

    @Inject
    Directory directory;

    @Inject
    ResultsTable table;

    /**
     * Searches. The parameters {@code kind workspace status type year} narrow the result, each may be repeated.
     *
     * @param words at most 256 characters are used. Read in them, in French or English: {@code "some words"},
     *     {@code +word}, {@code -word}, {@code one OU other} ({@code OR}, {@code |}), {@code begin*}, {@code titre:word}
     *     ({@code title:}), {@code type:pdf} (or fiche, dossier, document), {@code avant:2025-06} ({@code before:}),
     *     {@code après:2025} ({@code after:}), {@code année:2024} ({@code year:}),
     *     {@code espace:name} ({@code workspace:}), {@code auteur:name} ({@code author:}); what means nothing is words
     *     like others, never an error
     * @param page 0 to 499, 20 hits each
     * @param sort {@code relevance}, {@code recent} or {@code title}
     * @param like identifier of a fiche, dossier or document to find others like
     * @param names whether workspaces, organisations and people are looked for too
     * @return 200 with {@code total}, {@code hits}, {@code facets}, {@code relaxed}, whether any of the words was enough,
     *     {@code correction}, what may have been meant, or null, and {@code directory}, at most twenty of each kind of
     *     name; in titles and snippets odd pieces are matches; 503 when the index is away
     */
    @GET
    public Map<String, Object> find(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("like") @DefaultValue("") String like,
            @QueryParam("directory") boolean names,
            @Context UriInfo address) {
        var result = search.find(new Question(words, filters(address), order(sort), like(like)), page);
        var json = new LinkedHashMap<String, Object>();
        json.put("total", result.total());
        json.put("hits", result.hits().stream().map(SearchResource::json).toList());
        json.put("facets", result.facets());
        json.put("relaxed", result.relaxed());
        json.put("correction", result.correction());
        json.put("directory", DirectoryJson.of(names ? directory.find(words, OF_EACH_NAME) : List.of()));
        return json;
    }

    /**
     * Gives what a search finds as a table for a spreadsheet.
     *
     * @param words as those of a search; the other parameters too, but for the page
     * @return 200 with CSV, at most 1,000 rows, the first with the names of the columns; 503 when the index is away
     */
    @GET
    @Path("export")
    @Produces("text/csv;charset=UTF-8")
    public String export(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("like") @DefaultValue("") String like,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var tenant = address.getAbsolutePath().resolve("..");
        return table.csv(
                new Question(words, filters(address), order(sort), like(like)),
                "en".equals(request.getLocale().getLanguage()) ? Locale.ENGLISH : Locale.FRENCH,
                hit -> tenant.resolve(
                                hit.document() == null
                                        ? hit.kind().name().toLowerCase(Locale.ROOT) + "s/" + hit.entity()
                                        : "documents/" + hit.document() + "/comments")
                        .toString());
    }

    private static Map<String, Set<String>> filters(UriInfo address) {
        var filters = new HashMap<String, Set<String>>();
        for (var facet : FACETS) {
            var chosen = address.getQueryParameters().get(facet);
            if (chosen != null) {
                filters.put(facet, Set.copyOf(chosen));
            }
        }
        return filters;
    }

    private static SearchIndex.Order order(String name) {
        return Stream.of(SearchIndex.Order.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(SearchIndex.Order.RELEVANCE);
    }

    private static @Nullable UUID like(String id) {
        if (id.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw BusinessException.notFound("search.like.unknown");
        }
    }

    private static Map<String, Object> json(SearchIndex.Hit hit) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", hit.kind().name());
        json.put("id", hit.entity().toString());
        json.put("page", hit.page());
        json.put("workspace", hit.workspace().toString());
        json.put("title", hit.title());
        json.put("snippet", hit.snippet());
        if (hit.document() != null) {
            json.put("document", hit.document().toString());
        }
        return json;
    }
}
