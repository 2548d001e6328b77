package fr.trame.app.integrity.api;

import fr.trame.app.integrity.Check;
import fr.trame.app.integrity.Checks;
import fr.trame.app.integrity.Finding;
import fr.trame.app.integrity.Pipeline;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code /api/t/{alias}/integrity}: whether what the tenant keeps is whole. For administrators; 403 for others. */
@Path("t/{alias}/integrity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class IntegrityResource {

    private static final int FINDINGS = 1_000;
    private static final int FAILED = 100;
    private static final int CHECKS = 20;

    @Inject
    Checks checks;

    @Inject
    Pipeline pipeline;

    /**
     * @return 200 with {@code documents} (state to number), {@code backlog} (work that is still to follow, by type) and
     *     {@code failed} (the latest 100 documents that could not be read, with the reason)
     */
    @GET
    @Path("pipeline")
    public Map<String, Object> pipeline() {
        return Map.of(
                "documents", pipeline.states(),
                "backlog",
                        pipeline.backlog().stream()
                                .map(each -> Map.of(
                                        "type", each.type(),
                                        "waiting", each.waiting(),
                                        "givenUp", each.givenUp(),
                                        "attempts", each.attempts()))
                                .toList(),
                "failed",
                        pipeline.failed(FAILED).stream()
                                .map(each -> Map.of(
                                        "id", each.id().toString(),
                                        "name", each.name(),
                                        "reason", each.reason(),
                                        "dossier", each.dossier()))
                                .toList());
    }

    /** Takes up again what was given up or failed, at most 500 documents: 200 with {@code replayed}. */
    @POST
    @Path("pipeline/replay")
    public Map<String, Object> replay() {
        return Map.of("replayed", pipeline.replay());
    }

    /** @return 200 with the latest 20 checks, the last one first */
    @GET
    @Path("checks")
    public List<Map<String, Object>> checks() {
        return checks.latest(CHECKS).stream().map(IntegrityResource::json).toList();
    }

    /**
     * Asks for a check; it runs in the background.
     *
     * @param share one object in so many is read whole, 1 (all, unless said otherwise) to 365
     * @return 202 with its identifier; 409 while one runs, 422 for the share
     */
    @POST
    @Path("checks")
    public Response check(@QueryParam("share") @DefaultValue("1") int share) {
        return Response.accepted(Map.of("id", checks.ask(share).toString())).build();
    }

    /** @return 200 with a check and the first 1,000 of its {@code findings}; 404 when there is none */
    @GET
    @Path("checks/{id}")
    public Map<String, Object> check(@PathParam("id") UUID id) {
        var json = json(checks.get(id));
        json.put(
                "findings",
                checks.findings(id, FINDINGS).stream()
                        .map(IntegrityResource::json)
                        .toList());
        return json;
    }

    private static Map<String, Object> json(Check check) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", check.id().toString());
        json.put("state", check.state().name());
        json.put("step", check.step().name());
        json.put("askedAt", check.askedAt().toString());
        if (check.endedAt() != null) {
            json.put("endedAt", check.endedAt().toString());
        }
        json.put("share", check.share());
        json.put("objects", check.objects());
        json.put("digests", check.digests());
        json.put("entries", check.entries());
        json.put("found", check.findings());
        json.put("repaired", check.repaired());
        return json;
    }

    private static Map<String, Object> json(Finding finding) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", finding.kind().name());
        if (finding.subject() != null) {
            json.put("subject", finding.subject().toString());
        }
        json.put("name", finding.name());
        json.put("repaired", finding.repaired());
        return json;
    }
}
