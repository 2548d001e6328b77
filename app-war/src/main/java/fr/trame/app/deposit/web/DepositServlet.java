package fr.trame.app.deposit.web;

import fr.trame.app.BusinessException;
import fr.trame.app.deposit.DepositIntake;
import fr.trame.app.identity.Pace;
import fr.trame.app.web.ProblemDocuments;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one door that nobody needs to sign in for: {@code GET /d/{alias}/{token}} shows the page of a link, {@code
 * POST} there with the bytes as the body and {@code ?name=…&sender=…} leaves one file, 204. A link that does not exist,
 * ended or was revoked is 404, whichever it is; who tries many of them, and too many files at once, get 429.
 */
@WebServlet("/d/*")
public class DepositServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;
    private static final int FILES_A_MINUTE = 60;
    private static final int GUESSES_A_MINUTE = 30;
    private static final long DRAINED = 64L * 1024 * 1024;
    private static final Pattern ADDRESS = Pattern.compile("/([a-z][a-z0-9-]{1,39})/([A-Za-z0-9_-]{43})");

    @Inject
    transient Depositor depositor;

    @Inject
    transient DepositIntake intake;

    @Inject
    transient Pace pace;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        quiet(response);
        if (guesses(request)) {
            response.sendError(TOO_MANY);
        } else if (!enters(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.getRequestDispatcher("/deposit/open.xhtml").forward(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        quiet(response);
        try {
            if (guesses(request)) {
                ProblemDocuments.write(request, response, TOO_MANY, "deposit.too.many");
                return;
            }
            if (!enters(request)) {
                throw BusinessException.notFound("deposit.closed");
            }
            if (!pace.allows("file " + depositor.link().id(), FILES_A_MINUTE)) {
                ProblemDocuments.write(request, response, TOO_MANY, "deposit.too.many");
                return;
            }
            intake.receive(
                    depositor.token(),
                    Objects.requireNonNullElse(request.getParameter("sender"), ""),
                    Objects.requireNonNullElse(request.getParameter("name"), ""),
                    request.getInputStream(),
                    request.getContentLengthLong());
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (BusinessException no) {
            drain(request);
            ProblemDocuments.write(request, response, no);
        }
    }

    /** A browser hears no answer before it has sent everything. */
    private static void drain(HttpServletRequest request) throws IOException {
        var buffer = new byte[1 << 16];
        var left = DRAINED;
        for (var read = 0; read >= 0 && left > 0; left -= read) {
            read = request.getInputStream().read(buffer);
        }
    }

    private boolean guesses(HttpServletRequest request) {
        return pace.isSpent("guess " + request.getRemoteAddr(), GUESSES_A_MINUTE);
    }

    private boolean enters(HttpServletRequest request) {
        var named = ADDRESS.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        var entered = named.matches() && depositor.enter(named.group(1), named.group(2));
        if (!entered) {
            pace.allows("guess " + request.getRemoteAddr(), GUESSES_A_MINUTE);
        }
        return entered;
    }

    /** The address is the key: nobody stores it, no search engine lists it, no other site hears of it. */
    private static void quiet(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }
}
