package fr.trame.app.link.api;

import fr.trame.app.link.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which documents belong to which fiche action. */
@Path("t/{alias}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {

    @Inject
    Links links;

    /** @return 200 with the fiches a document belongs to, as far as the caller may read them */
    @GET
    @Path("documents/{id}/fiches")
    public List<Map<String, Object>> fiches(@PathParam("id") UUID id) {
        return links.fiches(id).stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.id().toString(), "reference", each.reference(), "title", each.title()))
                .toList();
    }

    /** @return 200 with the documents of a fiche, as far as the caller may read them */
    @GET
    @Path("fiches/{id}/documents")
    public List<Map<String, Object>> documents(@PathParam("id") UUID id) {
        return links.documents(id).stream()
                .map(each -> Map.<String, Object>of(
                        "id", each.id().toString(), "name", each.name(), "dossier", each.dossier()))
                .toList();
    }

    /** Brings them together: 204, also when they are; 404 when one is not there for the caller, 403 without the right. */
    @PUT
    @Path("documents/{id}/fiches/{fiche}")
    public void link(@PathParam("id") UUID id, @PathParam("fiche") UUID fiche) {
        links.link(id, fiche);
    }

    /** Parts them: 204, 404 when they were not together. */
    @DELETE
    @Path("documents/{id}/fiches/{fiche}")
    public void unlink(@PathParam("id") UUID id, @PathParam("fiche") UUID fiche) {
        links.unlink(id, fiche);
    }
}
