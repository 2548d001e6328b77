package fr.trame.app.dossier.api;

import fr.trame.app.dossier.NamePattern;
import fr.trame.app.dossier.Renames;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/dossiers/{id}/renames}: several documents of a dossier get other names, all or none. */
@Path("t/{alias}/dossiers/{id}/renames")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RenamesResource {

    @Inject
    Renames renames;

    /** Renames: 200 with the names before and after; 409 when one of them cannot get its name, 422 for the pattern. */
    @POST
    public List<Map<String, Object>> apply(@PathParam("id") UUID id, Asked asked) {
        return json(renames.apply(id, asked.documents(), asked.pattern()));
    }

    /** Changes nothing: 200 with the names before and after, and {@code trouble} where there is some. */
    @POST
    @Path("preview")
    public List<Map<String, Object>> preview(@PathParam("id") UUID id, Asked asked) {
        return json(renames.preview(id, asked.documents(), asked.pattern()));
    }

    private static List<Map<String, Object>> json(List<Renames.Rename> all) {
        return all.stream().map(RenamesResource::json).toList();
    }

    private static Map<String, Object> json(Renames.Rename rename) {
        var json = new LinkedHashMap<String, Object>();
        json.put("document", rename.document().toString());
        json.put("before", rename.before());
        json.put("after", rename.after());
        if (rename.trouble() != null) {
            json.put("trouble", rename.trouble());
        }
        return json;
    }

    /** {@code documents}: at most 500; {@code find}, {@code replace}, {@code prefix}: at most 100 characters each. */
    public static class Asked {
        public @Nullable List<UUID> documents;
        public @Nullable String find;
        public @Nullable String replace;
        public @Nullable String prefix;
        public boolean dated;
        public boolean numbered;

        List<UUID> documents() {
            return documents == null ? List.of() : documents;
        }

        NamePattern pattern() {
            return new NamePattern(text(find), text(replace), text(prefix), dated, numbered);
        }

        private static String text(@Nullable String said) {
            return Objects.requireNonNullElse(said, "");
        }
    }
}
