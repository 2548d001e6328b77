package fr.trame.app.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells the browser to refuse; the policy for scripts comes with each page, with its nonce. */
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    @ConfigProperty(name = "trame.public.url")
    String publicUrl;

    /** Libraries of the pages, with their version in the address. */
    private static final Pattern VERSIONED = Pattern.compile("/static/[a-z-]+-[0-9.]+/");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (publicUrl.startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (request.getServletPath().startsWith("/t/")) {
            response.setHeader("Cache-Control", "no-store"); // pages of a tenant do not stay in a shared browser
        }
        if (isThere(request.getServletPath())) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable"); // the address has the version
        }
        chain.doFilter(request, response);
    }

    /** A library that an older node does not have yet is missing for now, not for a year. */
    private boolean isThere(String path) throws IOException {
        return VERSIONED.matcher(path).lookingAt() && getServletContext().getResource(path) != null;
    }

    /** The session cookie travels over TLS only, where there is TLS, and not with requests from other sites. */
    @WebListener
    public static class SessionCookie implements ServletContextListener {

        @Inject
        @ConfigProperty(name = "trame.public.url")
        String publicUrl;

        @Override
        public void contextInitialized(ServletContextEvent event) {
            var cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setSecure(publicUrl.startsWith("https:"));
            cookie.setAttribute("SameSite", "Lax");
        }
    }
}
