package fr.trame.app.webdav.web;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import fr.trame.app.webdav.Tree;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.WebdavRequestImpl;
import org.apache.jackrabbit.webdav.WebdavResponseImpl;

/**
 * The network drive: WebDAV class 2 (RFC 4918) at {@code /t/{alias}/dav/}. Whatever a program asks is done by the
 * boundaries that the pages call. A filter, because no servlet lets a door stand below the address of a tenant beside the
 * pages and know these verbs.
 */
public class DavFilter extends HttpFilter {

    static final String VERBS = "OPTIONS, GET, HEAD, PROPFIND, PROPPATCH, PUT, DELETE, MKCOL, MOVE, COPY, LOCK, UNLOCK";

    private static final long serialVersionUID = 1L;
    private static final Set<String> WITH_XML = Set.of("PROPFIND", "PROPPATCH", "LOCK");
    private static final long DRAINED = 64L * 1024 * 1024;
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Tree tree;

    @Inject
    transient Conditions conditions;

    @Inject
    transient Reading reading;

    @Inject
    transient Writing writing;

    @Inject
    transient Locking locking;

    @Inject
    transient Patching patching;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var address = Address.of(path);
        if (address.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "private, no-store");
        try {
            if (!address.get().isClean()) {
                throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
            }
            var read = WITH_XML.contains(request.getMethod()) ? Body.of(request) : request;
            answer(new Call(
                    request,
                    response,
                    new WebdavRequestImpl(read, null),
                    address.get(),
                    tree.find(address.get().names())));
        } catch (BusinessException no) {
            drain(request);
            // What a program asks for is refused; only a form has fields to be corrected.
            var status = no.kind().status() == UNPROCESSABLE
                    ? HttpServletResponse.SC_FORBIDDEN
                    : no.kind().status();
            tell(response, status, Words.of(no, Call.language(request)));
        } catch (DavException no) {
            drain(request);
            refuse(response, no);
        }
    }

    private void answer(Call call) throws IOException, DavException {
        var method = call.request().getMethod();
        if (!method.equals("OPTIONS")) {
            conditions.require(call);
        }
        switch (method) {
            case "OPTIONS" -> reading.options(call);
            case "GET", "HEAD" -> reading.get(call);
            case "PROPFIND" -> reading.propfind(call);
            case "PROPPATCH" -> patching.proppatch(call);
            case "PUT" -> writing.put(call);
            case "MKCOL" -> writing.mkcol(call);
            case "DELETE" -> writing.delete(call);
            case "MOVE" -> writing.move(call);
            case "COPY" -> writing.copy(call);
            case "LOCK" -> locking.lock(call);
            case "UNLOCK" -> locking.unlock(call);
            default -> throw new DavException(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private static void refuse(HttpServletResponse response, DavException no) throws IOException {
        if (no.getErrorCode() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            response.setHeader("Allow", VERBS);
        }
        if (no.hasErrorCondition()) {
            new WebdavResponseImpl(response, true).sendXmlResponse(no, no.getErrorCode());
        } else {
            tell(response, no.getErrorCode(), "");
        }
    }

    private static void tell(HttpServletResponse response, int status, String words) throws IOException {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Many programs hear no answer before they have sent everything. */
    private static void drain(HttpServletRequest request) throws IOException {
        var buffer = new byte[1 << 16];
        var left = DRAINED;
        for (var read = 0; read >= 0 && left > 0; left -= read) {
            read = request.getInputStream().read(buffer);
        }
    }
}
