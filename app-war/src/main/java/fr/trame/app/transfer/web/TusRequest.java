package fr.trame.app.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The request without the parameters of its content type: the server adds its own encoding there, and the protocol's
 * library compares the whole header.
 */
final class TusRequest extends HttpServletRequestWrapper {

    TusRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
        var value = super.getHeader(name);
        return value == null || !name.equalsIgnoreCase("Content-Type") ? value : value.replaceFirst("\\s*;.*", "");
    }
}
