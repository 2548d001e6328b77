package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Archives;
import fr.trame.app.dossier.FolderPath;
import fr.trame.app.dossier.Twins;
import fr.trame.app.web.ProblemDocuments;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Two doors of the dossier page, as the REST doors of those names: {@code POST /t/{alias}/dossiers/{id}/arrivals} tells
 * what is there already of files that are about to be sent, {@code GET …/archive} gives the whole dossier as a ZIP file.
 */
public class DossierFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern ADDRESS =
            Pattern.compile("/t/[a-z0-9-]+/dossiers/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/(arrivals|archive)");

    @Inject
    transient Twins twins;

    @Inject
    transient Archives archives;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var address = ADDRESS.matcher(request.getRequestURI());
        if (!address.matches()) {
            chain.doFilter(request, response);
            return;
        }
        var dossier = UUID.fromString(address.group(1));
        if (address.group(2).equals("archive")) {
            give(dossier, response);
            return;
        }
        try (var reader = Json.createReader(request.getInputStream())) {
            answer(response, twins.of(dossier, coming(reader.readObject())));
        } catch (BusinessException no) {
            ProblemDocuments.write(request, response, no);
        } catch (JsonException | ClassCastException notJson) {
            ProblemDocuments.write(request, response, HttpServletResponse.SC_BAD_REQUEST, "api.body.not.json");
        }
    }

    private void give(UUID dossier, HttpServletResponse response) throws IOException {
        try {
            var archive = archives.of(dossier);
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", Disposition.of(false, archive.name()));
            response.setHeader("Cache-Control", "private, no-store");
            archives.write(archive, response.getOutputStream());
        } catch (BusinessException no) {
            response.sendError(no.kind().status());
        }
    }

    private static List<Twins.Coming> coming(JsonObject asked) {
        var coming = new ArrayList<Twins.Coming>();
        for (var file : asked.getJsonArray("files").getValuesAs(JsonObject.class)) {
            coming.add(new Twins.Coming(
                    FolderPath.check(file.getString("folder", "")),
                    file.getString("name"),
                    file.getString("sha256", null)));
        }
        return coming;
    }

    private static void answer(HttpServletResponse response, List<Twins.Found> found) throws IOException {
        var json = Json.createArrayBuilder();
        for (var each : found) {
            var one = Json.createObjectBuilder().add("name", each.name());
            if (each.sameName() != null) {
                one.add("sameName", twin(each.sameName()));
            }
            var bytes = Json.createArrayBuilder();
            each.sameBytes().forEach(twin -> bytes.add(twin(twin)));
            json.add(one.add("sameBytes", bytes));
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObjectBuilder twin(Twins.Twin twin) {
        return Json.createObjectBuilder()
                .add("id", twin.document().toString())
                .add("name", twin.name())
                .add("dossier", twin.dossierName());
    }
}
