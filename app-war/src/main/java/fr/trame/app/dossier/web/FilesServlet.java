package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.dossier.Uploads;
import fr.trame.app.web.ProblemDocuments;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Files in and out for the pages: {@code POST /t/{alias}/dossiers/{id}/upload?name=} takes one as the raw body,
 * {@code GET /t/{alias}/files/{id}} gives one. Neither is ever held in memory.
 */
@WebServlet("/t/*")
public class FilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern UPLOAD = Pattern.compile("/[^/]+/dossiers/" + ID + "/upload");
    private static final Pattern DOWNLOAD = Pattern.compile("/[^/]+/files/" + ID);
    /** What is read of a refused file, because a browser hears no answer before it has sent everything. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private static final String RETRY_AFTER_SECONDS = "30";

    @Inject
    transient Uploads uploads;

    @Inject
    transient Downloads downloads;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = UPLOAD.matcher(path(request));
        if (!named.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!fromOurPage(request)) {
            ProblemDocuments.write(request, response, BusinessException.refused("error.refused"));
            return;
        }
        var name = request.getParameter("name");
        try {
            var id = uploads.receive(
                    UUID.fromString(named.group(1)),
                    name == null ? "" : name,
                    request.getInputStream(),
                    request.getContentLengthLong());
            ProblemDocuments.json(response, HttpServletResponse.SC_CREATED, "application/json", id(id));
        } catch (BusinessException no) {
            drain(request);
            ProblemDocuments.write(request, response, no);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = DOWNLOAD.matcher(path(request));
        if (!named.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            var file = downloads.open(UUID.fromString(named.group(1)));
            try (var bytes = file.bytes()) {
                headers(response, file, "1".equals(request.getParameter("inline")));
                bytes.transferTo(response.getOutputStream());
            }
        } catch (BusinessException no) {
            if (no.kind() == BusinessException.Kind.UNAVAILABLE) {
                response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
            }
            response.sendError(no.kind().status());
        }
    }

    private static void headers(HttpServletResponse response, Downloads.Download file, boolean asked) {
        var inline = asked && Disposition.shown(file.mediaType());
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Disposition", Disposition.of(inline, file.name()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cache-Control", "private, no-store");
    }

    /** A page of another site can make a browser send a form, but neither this header nor this mark of the browser. */
    private static boolean fromOurPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return "1".equals(request.getHeader("X-Trame-Upload")) && (site == null || site.equals("same-origin"));
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }

    private static JsonObject id(UUID id) {
        return Json.createObjectBuilder().add("id", id.toString()).build();
    }

    private static void drain(HttpServletRequest request) throws IOException {
        var bytes = request.getInputStream();
        var left = DRAINED;
        var buffer = new byte[1 << 16];
        for (var read = bytes.read(buffer); read >= 0 && left > 0; read = bytes.read(buffer)) {
            left -= read;
        }
    }
}
