package fr.trame.app.retention.api;

import fr.trame.app.retention.Certificate;
import fr.trame.app.retention.Elimination;
import fr.trame.app.retention.EliminationLine;
import fr.trame.app.retention.EliminationLists;
import fr.trame.app.retention.Eliminations;
import fr.trame.app.retention.FinalSort;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/retention/eliminations}: what need not be kept any longer. For administrators; 403 for others. */
@Path("t/{alias}/retention/eliminations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class EliminationsResource {

    private static final int PAGE = 500;

    @Inject
    Eliminations eliminations;

    @Inject
    EliminationLists lists;

    @Inject
    Certificate certificate;

    /** @return 200 with the lists, the latest first, at most 20 */
    @GET
    public List<Map<String, Object>> list() {
        return lists.latest().stream().map(EliminationsResource::json).toList();
    }

    /** Writes a list of what is over: 201; 409 while another is at work, or when nothing is over. */
    @POST
    public Response propose() {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", eliminations.propose().toString()))
                .build();
    }

    /**
     * @param page 0 and up, 500 lines each
     * @return 200 with a list and its {@code lines}, first what waits for a decision
     */
    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") UUID id, @QueryParam("page") @DefaultValue("0") int page) {
        var json = json(lists.get(id));
        json.put(
                "lines",
                lists.lines(id, Math.max(0, page) * PAGE, PAGE).stream()
                        .map(EliminationsResource::json)
                        .toList());
        return json;
    }

    /** Says what becomes of documents: 204; 409 when the list is over. */
    @PUT
    @Path("{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    public void decide(@PathParam("id") UUID id, Chosen chosen) {
        var destroys = "DESTROY".equals(chosen.decision);
        var decision = destroys ? FinalSort.DESTROY : "KEEP".equals(chosen.decision) ? FinalSort.KEEP : FinalSort.SORT;
        eliminations.decide(id, chosen.documents == null ? List.of() : chosen.documents, decision);
    }

    /** Agrees to lines, to all of them when none is named: 204; 403 for who decided on them, 409 when one waits. */
    @POST
    @Path("{id}/visas")
    @Consumes(MediaType.APPLICATION_JSON)
    public void agree(@PathParam("id") UUID id, Chosen chosen) {
        eliminations.agree(id, chosen.documents);
    }

    /** Has it carried out: 202; 422 unless {@code destroys} is how many documents go, 409 when nothing was agreed to. */
    @POST
    @Path("{id}/execution")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response execute(@PathParam("id") UUID id, Execution asked) {
        eliminations.execute(id, asked.destroys);
        return Response.accepted().build();
    }

    /** Drops a list that is not carried out yet: 204. */
    @DELETE
    @Path("{id}")
    public void drop(@PathParam("id") UUID id) {
        eliminations.drop(id);
    }

    /** @return 200 with what the list said and what became of it, as a table */
    @GET
    @Path("{id}/certificate")
    @Produces("text/csv")
    public Response certificate(@PathParam("id") UUID id) {
        return Response.ok(certificate.csv(id, Locale.FRENCH), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Map<String, Object> json(Elimination list) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", list.id().toString());
        json.put("year", list.year());
        json.put("state", list.state().name());
        json.put("proposedBy", list.proposedBy());
        json.put("proposedAt", list.proposedAt().toString());
        json.put("documents", list.lines());
        json.put("unsorted", list.unsorted());
        json.put("agreed", list.agreed());
        json.put("destroys", list.destroys());
        json.put("done", list.done());
        return json;
    }

    private static Map<String, Object> json(EliminationLine line) {
        var json = new LinkedHashMap<String, Object>();
        json.put("document", line.document().toString());
        json.put("name", line.name());
        json.put("dossier", line.dossier());
        json.put("sha256", line.sha256());
        json.put("endedOn", line.endedOn().toString());
        json.put("decision", line.decision() == null ? "SORT" : line.decision());
        if (line.agreedBy() != null) {
            json.put("agreedBy", line.agreedBy());
        }
        if (line.outcome() != null) {
            json.put("outcome", line.outcome());
        }
        return json;
    }

    /** {@code documents}: their identifiers; {@code decision}: {@code KEEP} or {@code DESTROY}. */
    public static class Chosen {
        public @Nullable List<UUID> documents;
        public @Nullable String decision;
    }

    /** {@code destroys}: how many documents go for good. */
    public static class Execution {
        public long destroys = -1;
    }
}
