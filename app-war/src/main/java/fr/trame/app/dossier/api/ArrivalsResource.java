package fr.trame.app.dossier.api;

import fr.trame.app.dossier.FolderPath;
import fr.trame.app.dossier.Twins;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/t/{alias}/dossiers/{id}/arrivals}: what is there already of files that are about to be sent. */
@Path("t/{alias}/dossiers/{id}/arrivals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArrivalsResource {

    @Inject
    Twins twins;

    /** @return 200 with each file in order: the document of its name, and documents of its very bytes */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<Map<String, Object>> ask(@PathParam("id") UUID id, Asked asked) {
        var files = asked.files == null ? List.<File>of() : asked.files;
        var coming = files.stream()
                .map(file -> new Twins.Coming(
                        FolderPath.check(file.folder), file.name == null ? "" : file.name, file.sha256))
                .toList();
        return twins.of(id, coming).stream().map(ArrivalsResource::json).toList();
    }

    static Map<String, Object> json(Twins.Found found) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", found.name());
        if (found.sameName() != null) {
            json.put("sameName", json(found.sameName()));
        }
        json.put(
                "sameBytes",
                found.sameBytes().stream().map(ArrivalsResource::json).toList());
        return json;
    }

    private static Map<String, Object> json(Twins.Twin twin) {
        return Map.of(
                "id", twin.document().toString(),
                "name", twin.name(),
                "dossierId", twin.dossier().toString(),
                "dossier", twin.dossierName());
    }

    /** {@code files}: at most 1,000. */
    public static class Asked {
        public @Nullable List<File> files;
    }

    /** {@code name} of a file and, if its sender knows it, {@code sha256} in hexadecimal digits. */
    public static class File {
        public @Nullable String folder;
        public @Nullable String name;
        public @Nullable String sha256;
    }
}
