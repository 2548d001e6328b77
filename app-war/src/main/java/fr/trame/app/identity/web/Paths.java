package fr.trame.app.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which address is which kind of door. */
final class Paths {

    private static final List<String> PUBLIC =
            List.of("/auth/", "/d/", "/health", "/jakarta.faces.resource/", "/static/", "/favicon.ico", "/robots.txt");

    private static final Pattern DAV = Pattern.compile("(?s)/t/[^/]+/dav(?:/.*)?");

    private Paths() {}

    static boolean isPublic(HttpServletRequest request) {
        var path = path(request);
        return PUBLIC.stream().anyMatch(path::startsWith);
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    /** Programs that know WebDAV and nothing of the sign-in page. */
    static boolean isDav(HttpServletRequest request) {
        return DAV.matcher(path(request)).matches();
    }

    /** @return the tenant's name in an address for which {@link #isDav} holds */
    static String davTenant(HttpServletRequest request) {
        return path(request).split("/", 4)[2];
    }

    static boolean isPartial(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** A navigation of a browser, which can be sent to the sign-in page; a fetch from a script cannot. */
    static boolean isForPeople(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode == null || mode.equals("navigate");
    }

    static String path(HttpServletRequest request) {
        var path = request.getServletPath();
        return request.getPathInfo() == null ? path : path + request.getPathInfo();
    }

    static String withQuery(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** The language of the person: chosen, else the browser's, among those there are words for. */
    static String language(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        var wanted = Stream.of(cookies)
                .filter(cookie -> cookie.getName().equals("lang"))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(
                        request.getHeader("Accept-Language") == null
                                ? "fr"
                                : request.getLocale().getLanguage());
        return wanted.equals("en") ? "en" : "fr";
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
