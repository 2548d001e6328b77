package fr.trame.app.workspace.api;

import fr.trame.app.workspace.WorkspaceSummary;
import fr.trame.app.workspace.Workspaces;
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

/** {@code /api/t/{alias}/workspaces}: the workspaces the caller may read. */
@Path("t/{alias}/workspaces")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WorkspacesResource {

    @Inject
    Workspaces workspaces;

    /** @return 200 with all of them, by name */
    @GET
    public List<Map<String, Object>> list() {
        return workspaces.list().stream().map(WorkspacesResource::json).toList();
    }

    /** Opens one: 201 with its identifier, 422 with the field, 409 when the code is taken, 403 without the right. */
    @POST
    public Response create(NewWorkspace asked) {
        var id = workspaces.create(
                orEmpty(asked.code), orEmpty(asked.name), orEmpty(asked.description), asked.restricted);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", id.toString()))
                .build();
    }

    private static Map<String, Object> json(WorkspaceSummary workspace) {
        return Map.of(
                "id", workspace.id().toString(),
                "code", workspace.code(),
                "name", workspace.name(),
                "description", workspace.description(),
                "restricted", workspace.restricted(),
                "fiches", workspace.fiches(),
                "dossiers", workspace.dossiers());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** {@code code} 2 to 12 capitals and digits, {@code name} 1 to 200 characters, the rest may be left out. */
    public static class NewWorkspace {
        public @Nullable String code;
        public @Nullable String name;
        public @Nullable String description;
        public boolean restricted;
    }
}
