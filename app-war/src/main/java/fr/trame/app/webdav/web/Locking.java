package fr.trame.app.webdav.web;

import fr.trame.app.dossier.Lock;
import fr.trame.app.dossier.Locks;
import fr.trame.app.webdav.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.lock.Scope;
import org.apache.jackrabbit.webdav.lock.Type;
import org.apache.jackrabbit.webdav.property.DavPropertySet;

/** Locks that programs take, keep and give back. */
@ApplicationScoped
class Locking {

    /** For programs that do not say how long. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    @Inject
    Locks locks;

    @Inject
    Facts facts;

    @Inject
    Writing writing;

    void lock(Call call) throws IOException, DavException {
        var info = call.dav().getLockInfo();
        if (info == null) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        var asked = info.getTimeout() < 0 ? USUAL : Duration.ofMillis(info.getTimeout());
        if (info.isRefreshLock()) {
            refresh(call, asked);
            return;
        }
        var depth = call.depth(Call.DEEP);
        if (depth == 1 || !Type.WRITE.equals(info.getType())) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        var node = lockable(call);
        var isNew = !node.exists();
        var lock = locks.take(
                node.spot().dossier(),
                node.spot().path(),
                node.isCollection() && depth == Call.DEEP,
                Scope.EXCLUSIVE.equals(info.getScope()),
                Objects.requireNonNullElse(info.getOwner(), ""),
                asked);
        if (isNew) {
            announce(node, lock);
        }
        call.response().setHeader("Lock-Token", "<" + Tokens.of(lock.token()) + ">");
        tell(call, isNew ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK, node, lock);
    }

    void unlock(Call call) throws DavException {
        var header = call.header("Lock-Token");
        if (header.isEmpty()) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        var node = lockable(call);
        var token = Tokens.lock(header);
        if (token.isEmpty() || !locks.release(node.spot().dossier(), node.spot().path(), token.get())) {
            throw new DavException(HttpServletResponse.SC_CONFLICT);
        }
        call.answer(HttpServletResponse.SC_NO_CONTENT);
    }

    private void refresh(Call call, Duration asked) throws IOException, DavException {
        var node = lockable(call);
        for (var token : Tokens.submitted(call)) {
            var lock = locks.refresh(node.spot().dossier(), node.spot().path(), token, asked);
            if (lock.isPresent()) {
                tell(call, HttpServletResponse.SC_OK, node, lock.get());
                return;
            }
        }
        throw new DavException(HttpServletResponse.SC_PRECONDITION_FAILED);
    }

    /** A dossier can be locked too, with all that is in it. */
    private static Node lockable(Call call) throws DavException {
        return call.node().kind() == Node.Kind.DOSSIER ? call.node() : Writing.writable(call);
    }

    /** A name that cannot be a file's is not held either. */
    private void announce(Node node, Lock lock) {
        try {
            writing.announce(node);
        } catch (RuntimeException no) {
            locks.release(node.spot().dossier(), node.spot().path(), lock.token());
            throw no;
        }
    }

    private void tell(Call call, int status, Node node, Lock lock) throws IOException {
        var set = new DavPropertySet();
        set.add(facts.discovery(call.address(), node, List.of(lock)));
        call.answer(status, set);
    }
}
