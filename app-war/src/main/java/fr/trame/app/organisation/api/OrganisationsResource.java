package fr.trame.app.organisation.api;

import fr.trame.app.BusinessException;
import fr.trame.app.organisation.Organisation;
import fr.trame.app.organisation.Organisations;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/organisations}: those the tenant works with. */
@Path("t/{alias}/organisations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @Inject
    Organisations organisations;

    /** @return 200 with at most 1,000 of them, by name */
    @GET
    public List<Organisation> list() {
        return organisations.list();
    }

    /** Makes one known: 201 with its identifier, 422 with the field, 409 when the name is taken. */
    @POST
    public Response create(NewOrganisation asked) {
        var kind = asked.kind;
        if (kind == null) {
            throw BusinessException.invalid("kind", "api.field.missing");
        }
        var id = organisations.create(asked.name == null ? "" : asked.name, kind);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", id.toString()))
                .build();
    }

    /** {@code name} 1 to 200 characters and {@code kind}, both needed. */
    public static class NewOrganisation {
        public @Nullable String name;
        public Organisation.@Nullable Kind kind;
    }
}
