package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Downloads;
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

/** Files for the pages: {@code GET /t/{alias}/files/{id}} gives one, or with {@code ?version=} what
 * it was; never held in memory. */
@WebServlet("/t/*")
public class FilesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern DOWNLOAD = Pattern.compile("/[^/]+/files/" + ID);
    private static final String RETRY_AFTER_SECONDS = "30";

    @Inject
    transient Downloads downloads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var named = DOWNLOAD.matcher(path(request));
        if (!named.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
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

    private Downloads.Download open(UUID id, @Nullable String version) {
        return version == null ? downloads.open(id) : downloads.open(id, VersionNumber.of(version));
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

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo();
    }
}
