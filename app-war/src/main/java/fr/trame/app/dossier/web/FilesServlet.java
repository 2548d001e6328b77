package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.dossier.Rendition;
import fr.trame.app.dossier.Renditions;
import fr.trame.app.dossier.VersionNumber;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files for the pages: {@code GET /t/{alias}/files/{id}} gives one, or with {@code ?version=} what it was, never held in
 * memory; {@code …/{id}/preview/{page}} gives a picture painted anew, {@code …/{id}/pdf} and {@code …/{id}/thumbnail} what
 * was made of the file to be seen.
 */
@WebServlet("/t/*")
public class FilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern DOWNLOAD = Pattern.compile("/[^/]+/files/" + ID);
    private static final Pattern PREVIEW = Pattern.compile("/[^/]+/files/" + ID + "/preview/([0-9]{1,4})");
    private static final Pattern MADE = Pattern.compile("/[^/]+/files/" + ID + "/(pdf|thumbnail)");
    private static final String RETRY_AFTER_SECONDS = "30";

    @Inject
    transient Downloads downloads;

    @Inject
    transient Renditions renditions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = DOWNLOAD.matcher(path(request));
        var shown = PREVIEW.matcher(path(request));
        var made = MADE.matcher(path(request));
        if (!named.matches() && !shown.matches() && !made.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            if (shown.matches()) {
                preview(UUID.fromString(shown.group(1)), VersionNumber.of(shown.group(2)), response);
                return;
            }
            if (made.matches()) {
                made(UUID.fromString(made.group(1)), made.group(2), request, response);
                return;
            }
            var file = open(UUID.fromString(named.group(1)), request.getParameter("version"));
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

    private void preview(UUID id, int page, HttpServletResponse response) throws IOException {
        var picture = downloads.preview(id, page);
        response.setContentType("image/jpeg");
        response.setContentLength(picture.length);
        response.setHeader("Content-Disposition", "inline");
        safe(response);
        response.getOutputStream().write(picture);
    }

    /** Rights are asked each time; what the browser keeps is shown again only after this door said yes. */
    private void made(UUID id, String kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var made = renditions.toShow(id, kind.equals("pdf") ? Rendition.PDF : Rendition.THUMBNAIL);
        var tag = "\"" + made.sha256() + "\"";
        if (tag.equals(request.getHeader("If-None-Match"))) {
            again(response, tag);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var file = downloads.openMade(id, made);
        try (var bytes = file.bytes()) {
            headers(response, file, kind.equals("thumbnail"));
            again(response, tag);
            bytes.transferTo(response.getOutputStream());
        }
    }

    private static void again(HttpServletResponse response, String tag) {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
    }

    private Downloads.Download open(UUID id, @Nullable String version) {
        return version == null ? downloads.open(id) : downloads.open(id, VersionNumber.of(version));
    }

    private static void headers(HttpServletResponse response, Downloads.Download file, boolean asked) {
        var inline = asked && Disposition.shown(file.mediaType());
        response.setContentType(file.mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("Content-Disposition", Disposition.of(inline, file.name()));
        safe(response);
    }

    /** Whatever the file is: no browser guesses at it, runs it, keeps it or lets another site show it. */
    private static void safe(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-store");
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }
}
