package fr.trame.app.search.api;

import fr.trame.app.search.Suggestions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /api/t/{alias}/suggestions}: what the caller may be about to search for. */
@Path("t/{alias}/suggestions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionsResource {

    @Inject
    Suggestions suggestions;

    /**
     * Suggests.
     *
     * @param typed so far, at most 100 characters are used
     * @return 200 with {@code recent}, the caller's own searches, and {@code things}, at most four of a kind, whose
     *     titles have words that begin as typed; in titles odd pieces are what was typed; {@code directory}, at most
     *     three workspaces, organisations and people whose names do. No things below two characters or while the index is away
     */
    @GET
    public Map<String, Object> suggest(@QueryParam("q") @DefaultValue("") String typed) {
        var offer = suggestions.of(typed);
        return Map.of(
                "recent", offer.recent(),
                "things", offer.things().stream().map(SuggestionsResource::json).toList(),
                "directory", DirectoryJson.of(offer.directory()));
    }

    private static Map<String, Object> json(Suggestions.Suggestion suggestion) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", suggestion.hit().kind().name());
        json.put("id", suggestion.hit().entity().toString());
        json.put("title", suggestion.hit().title());
        json.put("reference", suggestion.hit().reference());
        json.put("workspace", suggestion.workspace());
        return json;
    }
}
