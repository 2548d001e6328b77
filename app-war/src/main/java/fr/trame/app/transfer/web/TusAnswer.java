package fr.trame.app.transfer.web;

import fr.trame.app.web.ProblemDocuments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Turns the library's refusals, which are for its programmers, into problem documents. */
final class TusAnswer extends HttpServletResponseWrapper {

    private static final int LOCKED = 423;
    private static final int CHECKSUM = 460;

    private final HttpServletRequest request;

    TusAnswer(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        ProblemDocuments.write(request, (HttpServletResponse) getResponse(), status, words(status));
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    void locked() throws IOException {
        sendError(LOCKED);
    }

    private static String words(int status) {
        return switch (status) {
            case SC_NOT_FOUND, SC_GONE -> "transfer.gone";
            case SC_CONFLICT -> "transfer.offset";
            case LOCKED -> "transfer.busy";
            case CHECKSUM -> "transfer.checksum";
            default -> "transfer.protocol";
        };
    }
}
