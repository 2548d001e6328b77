package fr.trame.app.web;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refusals for scripts, as problem documents (RFC 9457) in the person's language. */
public final class ProblemDocuments {

    private static final String RETRY_AFTER_SECONDS = "30";

    private ProblemDocuments() {}

    /** Answers with what the business refused. */
    public static void write(HttpServletRequest request, HttpServletResponse response, BusinessException no)
            throws IOException {
        if (no.kind() == BusinessException.Kind.UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        write(response, no.kind().status(), no.key(), no.kind().name(), Words.of(no, Preferences.language(request)));
    }

    /** Answers with what a protocol refused, in words of the bundle. */
    public static void write(HttpServletRequest request, HttpServletResponse response, int status, String key)
            throws IOException {
        write(response, status, key, "PROTOCOL", Words.of(key, Preferences.language(request)));
    }

    private static void write(HttpServletResponse response, int status, String key, String title, String detail)
            throws IOException {
        json(
                response,
                status,
                "application/problem+json",
                Json.createObjectBuilder()
                        .add("type", "urn:trame:problem:" + key)
                        .add("title", title)
                        .add("status", status)
                        .add("detail", detail)
                        .build());
    }

    private static void json(HttpServletResponse response, int status, String type, JsonObject body)
            throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length); // a protocol's library may have said that there is no body
        response.getOutputStream().write(bytes);
    }
}
