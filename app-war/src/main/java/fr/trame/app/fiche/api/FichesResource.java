package fr.trame.app.fiche.api;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheFilter;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheSummary;
import fr.trame.app.fiche.Fiches;
import fr.trame.app.fiche.Reference;
import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/…/fiches}: fiches and the reference data they use. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FichesResource {

    private static final Map<String, String> JSON_NAMES =
            Map.of("start", "startDate", "end", "endDate", "lead", "leadOrganisationId");

    @Inject
    Fiches fiches;

    @Inject
    FicheQueries queries;

    @Inject
    Reference reference;

    @Inject
    TenantContext tenancy;

    /** @return 200 with the programme, its axes and measures, each with French and English labels */
    @GET
    @Path("reference")
    public Map<String, Object> reference() {
        return Map.of(
                "programme", tenancy.tenant().programme(),
                "axes", reference.axes().stream().map(FichesResource::item).toList(),
                "measures",
                        reference.measures().stream().map(FichesResource::item).toList());
    }

    /**
     * Lists a workspace's fiches by reference.
     *
     * @param page 0 and up
     * @param size 1 to 100
     * @return 200 with {@code total} and {@code items}; 404 for a workspace the caller may not read
     */
    @GET
    @Path("workspaces/{workspace}/fiches")
    public Map<String, Object> list(
            @PathParam("workspace") UUID workspace,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("25") int size) {
        var bounded = Math.max(1, Math.min(size, 100));
        var filter = FicheFilter.all(workspace, Math.max(0, page) * bounded, bounded);
        return Map.of(
                "total", queries.count(filter),
                "items", queries.list(filter).stream().map(FichesResource::row).toList());
    }

    /** Begins a fiche: 201 with its identifier, 422 with the field, 403 without the right. */
    @POST
    @Path("workspaces/{workspace}/fiches")
    public Response create(@PathParam("workspace") UUID workspace, FicheJson json) {
        var id = named(() -> fiches.create(workspace, json.content()));
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", id.toString()))
                .build();
    }

    /** @return 200 with the fiche, 404 when there is none the caller may read */
    @GET
    @Path("fiches/{id}")
    public FicheJson get(@PathParam("id") UUID id) {
        return FicheJson.of(queries.get(id));
    }

    /** Replaces the content: 200 with the new version, 409 when somebody else saved since {@code version}. */
    @PUT
    @Path("fiches/{id}")
    public FicheJson revise(@PathParam("id") UUID id, FicheJson json) {
        return named(() -> {
            fiches.revise(id, FicheJson.needed("version", json.version), json.content());
            return FicheJson.of(queries.get(id));
        });
    }

    /** Moves the fiche: 200 with the new version, 409 when no such step exists, 403 when it is a decision of others. */
    @POST
    @Path("fiches/{id}/state")
    public FicheJson move(@PathParam("id") UUID id, Move move) {
        fiches.move(id, FicheJson.needed("version", move.version), FicheJson.needed("state", move.state));
        return FicheJson.of(queries.get(id));
    }

    /** Fields to blame are told by the names they have here. */
    private static <T> T named(Supplier<T> call) {
        try {
            return call.get();
        } catch (BusinessException no) {
            var field = String.valueOf(no.field());
            throw no.field() == null ? no : no.atField(JSON_NAMES.getOrDefault(field, field));
        }
    }

    private static Map<String, String> item(Reference.Item item) {
        return Map.of("code", item.code(), "axis", item.axis(), "labelFr", item.french(), "labelEn", item.english());
    }

    private static Map<String, Object> row(FicheSummary fiche) {
        return Map.of(
                "id", fiche.id().toString(),
                "reference", fiche.reference(),
                "title", fiche.title(),
                "axis", fiche.axis(),
                "workflowState", fiche.workflowState().name(),
                "phaseStatus", fiche.phaseStatus().name(),
                "budget", fiche.budget(),
                "late", fiche.late());
    }

    /** A step: the version the caller saw and the state to go to, both needed. */
    public static class Move {
        public @Nullable Integer version;
        public @Nullable WorkflowState state;
    }
}
