package fr.trame.app.search.api;

import fr.trame.app.search.KeptSearches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/t/{alias}/saved-searches}: the searches the caller keeps. */
@Path("t/{alias}/saved-searches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SavedSearchesResource {

    @Inject
    KeptSearches kept;

    /** @return 200 with the caller's own, by name; {@code fresh} is how much is new and readable now */
    @GET
    public List<Map<String, Object>> list() {
        return kept.list().stream().map(SavedSearchesResource::json).toList();
    }

    private static Map<String, Object> json(KeptSearches.Kept each) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", each.search().id().toString());
        json.put("name", each.search().name());
        json.put("words", each.search().words());
        json.put("filters", each.search().filters());
        json.put("alert", each.search().alert());
        json.put("fresh", each.fresh());
        return json;
    }
}
