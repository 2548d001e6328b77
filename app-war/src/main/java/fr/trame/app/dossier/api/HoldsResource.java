package fr.trame.app.dossier.api;

import fr.trame.app.dossier.Closings;
import fr.trame.app.dossier.Hold;
import fr.trame.app.dossier.Holds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds what nothing may erase, and closes dossiers. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

    @Inject
    Holds holds;

    @Inject
    Closings closings;

    /** @return 200 with what holds the dossier, the latest first */
    @GET
    @Path("dossiers/{id}/holds")
    public List<Map<String, Object>> ofDossier(@PathParam("id") UUID id) {
        return holds.ofDossier(id).stream().map(HoldsResource::json).toList();
    }

    /** @return 200 with what holds the document, itself or with its dossier */
    @GET
    @Path("documents/{id}/holds")
    public List<Map<String, Object>> ofDocument(@PathParam("id") UUID id) {
        return holds.ofDocument(id).stream().map(HoldsResource::json).toList();
    }

    /** Holds a dossier with all it has and will have: 201, 422 without a reason, 403 for who is no administrator. */
    @POST
    @Path("dossiers/{id}/holds")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response holdDossier(@PathParam("id") UUID id, Why why) {
        return created(holds.holdDossier(id, why.reason()));
    }

    /** Holds a document with all its versions: 201, 422 without a reason, 403 for who is no administrator. */
    @POST
    @Path("documents/{id}/holds")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response holdDocument(@PathParam("id") UUID id, Why why) {
        return created(holds.holdDocument(id, why.reason()));
    }

    /** Lifts a hold: 204, 404 when there is none any more, 422 without a reason. */
    @POST
    @Path("retention/holds/{id}/lifting")
    @Consumes(MediaType.APPLICATION_JSON)
    public void lift(@PathParam("id") UUID id, Why why) {
        holds.lift(id, why.reason());
    }

    /** Closes a dossier or opens it again: 204, 409 when it is so already. */
    @PUT
    @Path("dossiers/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    public void close(@PathParam("id") UUID id, Closing asked) {
        closings.close(id, asked.closed);
    }

    private static Response created(UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", id.toString()))
                .build();
    }

    private static Map<String, Object> json(Hold hold) {
        return Map.of(
                "id", hold.id().toString(),
                "subject", hold.subject().toString(),
                "name", hold.name(),
                "whole", hold.whole(),
                "reason", hold.reason(),
                "placedBy", hold.placedBy(),
                "placedAt", hold.placedAt().toString());
    }

    /** {@code reason}: 1 to 500 characters. */
    public static class Why {
        public @Nullable String reason;

        String reason() {
            return reason == null ? "" : reason;
        }
    }

    /** {@code closed}: whether its work is over, true unless said otherwise. */
    public static class Closing {
        public boolean closed = true;
    }
}
