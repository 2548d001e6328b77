package fr.trame.app.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tenants' colours as a stylesheet, so that no page needs an inline style: {@code root} is the colour of the page,
 * each {@code c} one that elements of class {@code t-c-rrggbb} take. A pure function of its query, hence cached for
 * good.
 */
@WebServlet("/static/theme.css")
public class ThemeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern COLOUR = Pattern.compile("[0-9a-f]{6}");
    private static final int MOST = 50;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var css = new StringBuilder();
        colours(request, "root").forEach(each -> rule(css, ":root", each));
        colours(request, "c").forEach(each -> rule(css, ".t-c-" + each, each));
        response.setContentType("text/css");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.getWriter().write(css.toString());
    }

    private static void rule(StringBuilder css, String selector, String colour) {
        css.append(selector).append("{--tenant-accent:#").append(colour).append("}\n");
    }

    private static List<String> colours(HttpServletRequest request, String parameter) {
        var values = request.getParameterValues(parameter);
        return values == null
                ? List.of()
                : List.of(values).stream()
                        .filter(each -> COLOUR.matcher(each).matches())
                        .limit(MOST)
                        .toList();
    }
}
