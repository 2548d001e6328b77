package fr.trame.app.webdav.web;

import fr.trame.app.web.Preferences;
import fr.trame.app.webdav.Node;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.jackrabbit.webdav.DavConstants;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.WebdavRequestImpl;
import org.apache.jackrabbit.webdav.WebdavResponseImpl;
import org.apache.jackrabbit.webdav.xml.XmlSerializable;
import org.jspecify.annotations.Nullable;

/**
 * One request of a program, with what its address stands for.
 *
 * @param dav what the protocol's library reads of it
 */
record Call(
        HttpServletRequest request, HttpServletResponse response, WebdavRequestImpl dav, Address address, Node node) {

    static final int LOCKED = 423;

    /** What a deep request says; the protocol has no larger depth. */
    static final int DEEP = DavConstants.DEPTH_INFINITY;

    /** @return the language asked for; few programs ask, and then it is French */
    static Locale language(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.FRENCH : Preferences.language(request);
    }

    /** @return the header, "" without one */
    String header(String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }

    /** @throws DavException 400 when it is neither 0 nor 1 nor infinity */
    int depth(int otherwise) throws DavException {
        return switch (header("Depth").strip().toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "0" -> 0;
            case "1" -> 1;
            case "infinity" -> DEEP;
            default -> throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        };
    }

    /** @return the address as the program writes it: some compare what they hear with what they asked */
    String href() {
        var asked = request.getRequestURI();
        return node.isCollection() && !asked.endsWith("/") ? asked + "/" : asked;
    }

    /** @return the address of something in this collection */
    String href(Node child) {
        return href() + Address.encoded(child.name()) + (child.isCollection() ? "/" : "");
    }

    /** @return the address as the program writes it, with the server's name, as conditions have it */
    String whole() {
        return request.getScheme() + "://" + header("Host") + request.getRequestURI();
    }

    void answer(int status) {
        response.setStatus(status);
        response.setContentLength(0);
    }

    void answer(int status, XmlSerializable body) throws IOException {
        new WebdavResponseImpl(response, true).sendXmlResponse(body, status);
    }

    /** Tells of what was written, so that the program need not ask. */
    void written(int status, @Nullable String etag) {
        if (etag != null && !etag.isEmpty()) {
            response.setHeader("ETag", etag);
        }
        answer(status);
    }
}
