package fr.trame.app.dossier.api;

import fr.trame.app.dossier.Downloads;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Bytes as an answer, never held in memory. */
final class Sent {

    private Sent() {}

    static Response of(Downloads.Download download) {
        StreamingOutput body = out -> {
            try (var bytes = download.bytes()) {
                bytes.transferTo(out);
            }
        };
        return Response.ok(body, download.mediaType())
                .header("Content-Length", download.size())
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
