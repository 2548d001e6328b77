package fr.trame.app.quota.api;

import fr.trame.app.quota.Usage;
import fr.trame.app.storage.Quota;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /api/t/{alias}/storage}: how much room the tenant has and what uses it. For administrators; 403 for others. */
@Path("t/{alias}/storage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class QuotaResource {

    @Inject
    Quota quota;

    @Inject
    Usage usage;

    /** @return 200 with bytes {@code used}, {@code reserved} and, where there is one, {@code quota}; and what uses them */
    @GET
    public Map<String, Object> get() {
        var room = quota.room();
        var total = usage.total();
        var json = new LinkedHashMap<String, Object>();
        json.put("used", room.used());
        json.put("reserved", room.reserved());
        if (room.quota() != null) {
            json.put("quota", room.quota());
            json.put("percent", room.percent());
        }
        json.put("current", total.current());
        json.put("versions", total.versions());
        json.put("trash", total.trash());
        json.put("workspaces", json(usage.byWorkspace()));
        json.put("dossiers", json(usage.byDossier()));
        json.put("kinds", json(usage.byKind()));
        return json;
    }

    private static List<Map<String, Object>> json(List<Usage.Used> all) {
        return all.stream()
                .map(each -> Map.<String, Object>of(
                        "name", each.name(),
                        "workspace", each.place(),
                        "current", each.current(),
                        "versions", each.versions(),
                        "trash", each.trash()))
                .toList();
    }
}
