package fr.trame.app.webdav.web;

import fr.trame.app.dossier.Lock;
import fr.trame.app.dossier.Locks;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.webdav.Node;
import fr.trame.app.webdav.Spot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.header.IfHeader;

/** What a request asks to hold before it is done, and whose locks are in its way. */
@ApplicationScoped
class Conditions {

    @Inject
    Locks locks;

    @Inject
    CurrentUser user;

    /**
     * Looks at {@code If}, {@code If-Match} and {@code If-None-Match}.
     *
     * @throws DavException 412 when one of them does not hold
     */
    void require(Call call) throws DavException {
        var node = call.node();
        if (new IfHeader(call.request()).hasValue() && !holds(call, node)) {
            throw failed();
        }
        var match = call.header("If-Match");
        if (!match.isEmpty() && !(node.exists() && names(match, node.etag()))) {
            throw failed();
        }
        var none = call.header("If-None-Match");
        if (!none.isEmpty() && !isRead(call) && node.exists() && names(none, node.etag())) {
            throw failed();
        }
    }

    /** @return whether the entity tag is in the header's list */
    static boolean names(String header, String etag) {
        return header.strip().equals("*")
                || Stream.of(header.split(","))
                        .map(each -> each.strip().replaceFirst("^W/", ""))
                        .anyMatch(each -> !etag.isEmpty() && each.equals(etag));
    }

    /**
     * Refuses unless the request holds a lock of this person's wherever there are any.
     *
     * @param below whether what stands inside counts as well
     * @throws DavException 423
     */
    void requireLocks(Call call, Node node, boolean below) throws DavException {
        var submitted = Tokens.submitted(call);
        var spot = node.spot();
        requireOne(locks.on(spot.dossier(), spot.path()), submitted);
        if (below) {
            for (var lock : locks.below(spot.dossier(), spot.path())) {
                requireOne(List.of(lock), submitted);
            }
        }
    }

    /** The same for the folder that gets or loses the name. */
    void requireFolderLocks(Call call, Spot spot) throws DavException {
        requireOne(locks.on(spot.dossier(), spot.folder()), Tokens.submitted(call));
    }

    private void requireOne(List<Lock> held, Set<UUID> submitted) throws DavException {
        var own = held.stream()
                .anyMatch(each ->
                        submitted.contains(each.token()) && each.subject().equals(user.getSubject()));
        if (!held.isEmpty() && !own) {
            throw new DavException(Call.LOCKED);
        }
    }

    private boolean holds(Call call, Node node) {
        var tokens = node.place() == null
                ? List.<String>of()
                : locks.on(node.spot().dossier(), node.spot().path()).stream()
                        .map(each -> Tokens.of(each.token()))
                        .toList();
        var own = bare(call.whole());
        return Stream.concat(tokens.stream(), Stream.of(""))
                .anyMatch(token ->
                        Stream.of(own, own + "/").anyMatch(each -> call.dav().matchesIfHeader(each, token, node.etag()))
                                || around(call).anyMatch(each -> call.dav().matchesIfHeader(each, token, "")));
    }

    /** Folders around what the request changes, for conditions that name one of them, as the program writes them. */
    private static Stream<String> around(Call call) {
        if (!call.header("If").strip().startsWith("<")) {
            return Stream.of();
        }
        var folders = Stream.iterate(parent(bare(call.whole())), Conditions::parent);
        var destination = Stream.iterate(bare(call.header("Destination")), Conditions::parent);
        return Stream.of(folders, destination)
                .flatMap(each -> each.takeWhile(folder -> folder.contains("/dav/")))
                .flatMap(each -> Stream.of(each, each + "/"));
    }

    private static String bare(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static String parent(String url) {
        return url.substring(0, Math.max(0, url.lastIndexOf('/')));
    }

    private static boolean isRead(Call call) {
        return Set.of("GET", "HEAD").contains(call.request().getMethod());
    }

    private static DavException failed() {
        return new DavException(HttpServletResponse.SC_PRECONDITION_FAILED);
    }
}
