package fr.trame.app.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the cookies {@link Preferences} reads, then leads back to the page the choice was made on. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    /** A path of this site; two slashes or a backslash would lead to another one. */
    private static final Pattern LOCAL = Pattern.compile("/(?:[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?");

    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Preferences.CHOICES.forEach((name, values) -> {
            var chosen = request.getParameter(name);
            if (chosen != null && values.contains(chosen)) {
                response.addCookie(cookie(name, chosen, request.isSecure()));
            }
        });
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", local(request.getParameter("back")));
    }

    private static Cookie cookie(String name, String value, boolean secure) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static String local(@Nullable String back) {
        return back != null && LOCAL.matcher(back).matches() ? back : "/";
    }
}
