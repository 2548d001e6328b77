package fr.trame.app.dossier.api;

import fr.trame.app.dossier.Archives;
import fr.trame.app.dossier.Moves;
import fr.trame.app.dossier.Thrown;
import fr.trame.app.dossier.Trash;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps dossiers in order: names, moves, the trash, and a whole dossier to take along. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    @Inject
    Trash trash;

    @Inject
    Moves moves;

    @Inject
    Archives archives;

    /** Throws a document away: 204; it can be taken back for 30 days. */
    @DELETE
    @Path("documents/{id}")
    public void delete(@PathParam("id") UUID id) {
        trash.delete(List.of(id));
    }

    /** Takes a document back out of the trash: 204, 404 when it is not there. */
    @POST
    @Path("documents/{id}/take-back")
    public void takeBack(@PathParam("id") UUID id) {
        trash.takeBack(List.of(id));
    }

    /** Gives a document another name of the same type: 204, 422 for the name, 409 when it is taken. */
    @PUT
    @Path("documents/{id}/name")
    @Consumes(MediaType.APPLICATION_JSON)
    public void rename(@PathParam("id") UUID id, NewName asked) {
        moves.rename(id, asked.name == null ? "" : asked.name);
    }

    /** Moves documents into the dossier, all or none: 204. */
    @POST
    @Path("dossiers/{id}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    public void move(@PathParam("id") UUID id, Chosen chosen) {
        moves.move(chosen.documents == null ? List.of() : chosen.documents, id);
    }

    /** @return 200 with what can be taken back, the latest first; nothing for those who may not */
    @GET
    @Path("dossiers/{id}/trash")
    public List<Map<String, Object>> trash(@PathParam("id") UUID id) {
        return trash.list(id).stream().map(OrderResource::json).toList();
    }

    /** @return 200 with all documents of the dossier as one ZIP file, the digest of each inside */
    @GET
    @Path("dossiers/{id}/archive")
    @Produces("application/zip")
    public Response archive(@PathParam("id") UUID id) {
        var archive = archives.of(id);
        StreamingOutput body = out -> archives.write(archive, out);
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Map<String, Object> json(Thrown thrown) {
        return Map.of(
                "id", thrown.id().toString(),
                "name", thrown.name(),
                "size", thrown.size(),
                "deletedBy", thrown.deletedBy(),
                "deletedAt", thrown.deletedAt().toString(),
                "until", thrown.until().toString());
    }

    /** {@code name} 1 to 255 characters. */
    public static class NewName {
        public @Nullable String name;
    }

    /** {@code documents}: their identifiers. */
    public static class Chosen {
        public @Nullable List<UUID> documents;
    }
}
