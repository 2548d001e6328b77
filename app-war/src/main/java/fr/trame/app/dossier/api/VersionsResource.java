package fr.trame.app.dossier.api;

import fr.trame.app.dossier.DocumentVersion;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.dossier.VersionNumber;
import fr.trame.app.dossier.Versions;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/documents/{id}/versions}. A number that is none is a version that does not exist. */
@Path("t/{alias}/documents/{id}/versions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VersionsResource {

    @Inject
    Versions versions;

    @Inject
    Downloads downloads;

    /** @return 200 with every version, the latest first */
    @GET
    public List<Map<String, Object>> list(@PathParam("id") UUID id) {
        return versions.list(id).stream().map(VersionsResource::json).toList();
    }

    /** @return 200 with the bytes of a version */
    @GET
    @Path("{number}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("id") UUID id, @PathParam("number") String number) {
        return Sent.of(downloads.open(id, VersionNumber.of(number)));
    }

    /** Says why a version was made and what it is called: 204. */
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void describe(@PathParam("id") UUID id, @PathParam("number") String number, Said said) {
        versions.describe(
                id,
                VersionNumber.of(number),
                said.reason == null ? "" : said.reason,
                said.label == null ? "" : said.label);
    }

    /** Brings a version back as a new one: 204, 409 when it is the current one. */
    @POST
    @Path("{number}/restore")
    @Consumes(MediaType.APPLICATION_JSON)
    public void restore(@PathParam("id") UUID id, @PathParam("number") String number, Said said) {
        versions.restore(id, VersionNumber.of(number), said.reason == null ? "" : said.reason);
    }

    private static Map<String, Object> json(DocumentVersion version) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", version.number());
        json.put("current", version.current());
        json.put("mediaType", version.mediaType());
        json.put("size", version.size());
        json.put("sha256", version.sha256());
        json.put("createdBy", version.createdBy());
        json.put("createdAt", version.createdAt().toString());
        json.put("reason", version.reason());
        if (version.label() != null) {
            json.put("label", version.label());
        }
        if (version.restoredFrom() != null) {
            json.put("restoredFrom", version.restoredFrom());
        }
        return json;
    }

    /** {@code reason} at most 500 characters, {@code label} at most 100. */
    public static class Said {
        public @Nullable String reason;
        public @Nullable String label;
    }
}
