package fr.trame.app.dossier.api;

import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.dossier.SameName;
import fr.trame.app.dossier.Uploads;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/…/dossiers} and {@code …/documents}. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DossiersResource {

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Uploads uploads;

    @Inject
    Downloads downloads;

    /** @return 200 with the dossiers of a workspace by name, at most 500 */
    @GET
    @Path("workspaces/{workspace}/dossiers")
    public List<Map<String, Object>> list(@PathParam("workspace") UUID workspace) {
        return dossiers.list(workspace).stream().map(DossiersResource::json).toList();
    }

    /** Opens a dossier: 201 with its identifier, 422 with the field, 409 when the name is taken. */
    @POST
    @Path("workspaces/{workspace}/dossiers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("workspace") UUID workspace, NewDossier asked) {
        var id = dossiers.create(
                workspace, asked.name == null ? "" : asked.name, asked.description == null ? "" : asked.description);
        return created(id);
    }

    /**
     * Lists a dossier's documents, the latest first.
     *
     * @param page 0 and up, 100 documents each
     */
    @GET
    @Path("dossiers/{id}/documents")
    public List<Map<String, Object>> documents(
            @PathParam("id") UUID id, @QueryParam("page") @DefaultValue("0") int page) {
        return documents.list(id, Math.max(0, page) * 100, 100).stream()
                .map(DossiersResource::json)
                .toList();
    }

    /**
     * Uploads one file as the body: 201 with its identifier; 422 for its name or when it is empty, 415 for its type, 413
     * when it is too large, 503 when the store is away. Nothing is kept then. When the dossier has a document of that name:
     * 409, unless it is said what to do.
     *
     * @param name of the file, 1 to 255 characters
     * @param folder where in the dossier, names joined by {@code /}
     * @param same {@code version} for a new version of the document of that name, {@code keep} to keep both
     */
    @POST
    @Path("dossiers/{id}/documents")
    @Consumes(MediaType.WILDCARD)
    public Response upload(
            @PathParam("id") UUID id,
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("folder") @DefaultValue("") String folder,
            @QueryParam("onSameName") @Nullable String same,
            @Context HttpServletRequest body)
            throws IOException {
        return created(uploads.receive(
                id, folder, name, body.getInputStream(), body.getContentLengthLong(), SameName.of(same)));
    }

    /** @return 200 with the document's state */
    @GET
    @Path("documents/{id}")
    public Map<String, Object> document(@PathParam("id") UUID id) {
        return json(documents.get(id));
    }

    /** Reads a failed document again: 204, 409 when it did not fail. */
    @POST
    @Path("documents/{id}/retry")
    public void retry(@PathParam("id") UUID id) {
        documents.retry(id);
    }

    /** @return 200 with the bytes as an attachment */
    @GET
    @Path("documents/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") UUID id) {
        return Sent.of(downloads.open(id));
    }

    private static Response created(UUID id) {
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", id.toString()))
                .build();
    }

    private static Map<String, Object> json(DossierSummary dossier) {
        return Map.of(
                "id", dossier.id().toString(),
                "name", dossier.name(),
                "description", dossier.description(),
                "documents", dossier.documents());
    }

    private static Map<String, Object> json(DocumentSummary document) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", document.id().toString());
        json.put("dossierId", document.dossierId().toString());
        json.put("name", document.name());
        json.put("mediaType", document.mediaType());
        json.put("size", document.size());
        json.put("state", document.state().name());
        if (document.failure() != null) {
            json.put("failure", document.failure());
        }
        json.put("pages", document.pages());
        json.put("version", document.version());
        json.put("folder", document.folder());
        if (document.kind() != null) {
            json.put("kind", document.kind());
        }
        if (document.validUntil() != null) {
            json.put("validUntil", document.validUntil().toString());
        }
        json.put("recognition", document.recognition().name());
        json.put("unscanned", document.unscanned());
        json.put("uploadedAt", document.uploadedAt().toString());
        return json;
    }

    /** {@code name} 1 to 200 characters, {@code description} at most 2,000. */
    public static class NewDossier {
        public @Nullable String name;
        public @Nullable String description;
    }
}
