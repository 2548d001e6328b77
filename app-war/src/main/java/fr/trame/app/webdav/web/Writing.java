package fr.trame.app.webdav.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.FileName;
import fr.trame.app.dossier.FileType;
import fr.trame.app.dossier.SameName;
import fr.trame.app.dossier.Uploads;
import fr.trame.app.webdav.Copies;
import fr.trame.app.webdav.EmptyNames;
import fr.trame.app.webdav.Node;
import fr.trame.app.webdav.Relocations;
import fr.trame.app.webdav.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jackrabbit.webdav.DavException;

/** What programs write: files, folders, and where they stand. */
@ApplicationScoped
class Writing {

    @Inject
    Tree tree;

    @Inject
    Uploads uploads;

    @Inject
    EmptyNames empties;

    @Inject
    Relocations relocations;

    @Inject
    Copies copies;

    @Inject
    Conditions conditions;

    void put(Call call) throws IOException, DavException {
        var node = writable(call);
        if (node.isCollection()) {
            throw new DavException(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        if (!call.header("Content-Range").isEmpty()) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        free(call, node);
        var spot = node.spot();
        try {
            uploads.receive(
                    spot.dossier(),
                    spot.folder(),
                    spot.name(),
                    call.request().getInputStream(),
                    call.request().getContentLengthLong(),
                    SameName.VERSION);
            empties.drop(spot);
        } catch (BusinessException no) {
            if (!no.key().equals("file.empty") || node.kind() == Node.Kind.FILE) {
                throw no;
            }
            announce(node);
        }
        var written = tree.find(call.address().names());
        call.written(
                node.exists() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED, written.etag());
    }

    /** A file whose bytes come later: many programs make it first. */
    void announce(Node node) {
        FileName.check(node.name());
        FileType.checkName(node.name());
        empties.keep(node.spot(), false);
    }

    void mkcol(Call call) throws IOException, DavException {
        if (call.request().getInputStream().read() >= 0) {
            throw new DavException(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        }
        if (call.node().exists()) {
            throw new DavException(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
        var node = writable(call);
        free(call, node);
        empties.keep(node.spot(), true);
        call.answer(HttpServletResponse.SC_CREATED);
    }

    void delete(Call call) throws DavException {
        var node = there(call);
        if (node.isCollection() && call.depth(Call.DEEP) != Call.DEEP) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        conditions.requireLocks(call, node, true);
        conditions.requireFolderLocks(call, node.spot());
        relocations.remove(node);
        call.answer(HttpServletResponse.SC_NO_CONTENT);
    }

    void move(Call call) throws IOException, DavException {
        var node = there(call);
        var target = target(call, node);
        conditions.requireLocks(call, node, true);
        conditions.requireFolderLocks(call, node.spot());
        free(call, target);
        if (relocations.isSave(node, target)) {
            copies.copy(node, target.spot(), false);
            relocations.remove(node);
        } else {
            relocations.move(node, target);
        }
        call.answer(target.exists() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
    }

    void copy(Call call) throws IOException, DavException {
        var depth = call.depth(Call.DEEP);
        if (depth == 1) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        var target = target(call, source(call));
        free(call, target);
        var node = there(call);
        copies.require(node, depth == Call.DEEP);
        if (target.exists() && (target.isCollection() || node.isCollection())) {
            relocations.remove(target);
        }
        copies.copy(node, target.spot(), depth == Call.DEEP);
        call.answer(target.exists() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
    }

    private Node target(Call call, Node node) throws DavException {
        var header = call.header("Destination");
        if (header.isEmpty()) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST);
        }
        var address = call.address().destination(header, call.header("Host"));
        var target = inDossier(address, tree.find(address.names()));
        var intoItself = node.isCollection() && target.spot().isWithin(node.spot());
        var overItself = target.isCollection() && node.spot().isWithin(target.spot());
        if (address.isJunk() || intoItself || overItself || node.spot().equals(target.spot())) {
            throw new DavException(HttpServletResponse.SC_FORBIDDEN);
        }
        if (target.exists() && call.header("Overwrite").strip().equalsIgnoreCase("F")) {
            throw new DavException(HttpServletResponse.SC_PRECONDITION_FAILED);
        }
        return target;
    }

    /** @return what is asked for, there or not: that the target is locked is told first */
    private static Node source(Call call) throws DavException {
        return call.node().kind() == Node.Kind.FREE ? call.node() : there(call);
    }

    /** @return what stands there, to be changed */
    private static Node there(Call call) throws DavException {
        if (!call.node().exists()) {
            throw new DavException(HttpServletResponse.SC_NOT_FOUND);
        }
        return inDossier(call.address(), call.node());
    }

    /** @return the place, to be written to */
    static Node writable(Call call) throws DavException {
        if (call.address().isJunk()) {
            throw BusinessException.refused("webdav.junk");
        }
        return inDossier(call.address(), call.node());
    }

    private static Node inDossier(Address address, Node node) throws DavException {
        if (address.names().size() <= 2 || !node.isInside()) {
            throw BusinessException.refused("webdav.made.elsewhere");
        }
        if (node.kind() == Node.Kind.NOWHERE) {
            throw new DavException(HttpServletResponse.SC_CONFLICT);
        }
        return node;
    }

    private void free(Call call, Node node) throws DavException {
        conditions.requireLocks(call, node, node.isCollection());
        if (!node.exists()) {
            conditions.requireFolderLocks(call, node.spot());
        }
    }
}
