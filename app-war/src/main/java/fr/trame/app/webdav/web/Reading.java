package fr.trame.app.webdav.web;

import fr.trame.app.BusinessException;
import fr.trame.app.Words;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.webdav.Node;
import fr.trame.app.webdav.Scanned;
import fr.trame.app.webdav.Tree;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.jackrabbit.webdav.DavConstants;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.MultiStatus;
import org.apache.jackrabbit.webdav.MultiStatusResponse;
import org.apache.jackrabbit.webdav.property.DavPropertyName;
import org.apache.jackrabbit.webdav.property.DavPropertySet;
import org.apache.jackrabbit.webdav.xml.DomUtil;

/** What programs read: files, and what is told of files and folders. */
@ApplicationScoped
class Reading {

    private static final int MULTI_STATUS = 207;

    @Inject
    Tree tree;

    @Inject
    Facts facts;

    @Inject
    Scanned scanned;

    @Inject
    Downloads downloads;

    void options(Call call) {
        call.response().setHeader("DAV", "1, 2");
        call.response().setHeader("MS-Author-Via", "DAV");
        call.response().setHeader("Allow", DavFilter.VERBS);
        call.answer(HttpServletResponse.SC_OK);
    }

    void get(Call call) throws IOException {
        var response = call.response();
        var node = call.node();
        if (!node.exists()) {
            throw BusinessException.notFound("document.unknown");
        }
        safe(response);
        if (node.isCollection() || node.kind() == Node.Kind.BLANK) {
            var key = node.isCollection() ? "webdav.collection" : "";
            var words = key.isEmpty() ? "" : Words.of(key, Call.language(call.request()));
            response.setContentType("text/plain;charset=UTF-8");
            send(call, words.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var file = node.file();
        response.setHeader("ETag", node.etag());
        response.setHeader("Last-Modified", Facts.HTTP_DATE.format(file.uploadedAt()));
        response.setHeader("Accept-Ranges", "bytes");
        if (isKnown(call, node)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var range = Range.of(call, node.etag(), file.size());
        if (range == null) {
            response.setHeader("Content-Range", "bytes */" + file.size());
            call.answer(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        give(call, node, range);
    }

    private void give(Call call, Node node, Range range) throws IOException {
        var response = call.response();
        scanned.await(node.file().id());
        // The version that was described above: somebody may have saved another one meanwhile.
        var open = downloads.open(node.file().id(), node.file().version());
        try (var bytes = open.bytes()) {
            response.setContentType(open.mediaType());
            response.setContentLengthLong(range.length());
            response.setHeader("Content-Disposition", "attachment");
            if (range.isPart()) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", range.header());
            }
            if (!isHead(call)) {
                bytes.skipNBytes(range.first());
                BoundedInputStream.builder()
                        .setInputStream(bytes)
                        .setMaxCount(range.length())
                        .get()
                        .transferTo(response.getOutputStream());
            }
        }
    }

    private static boolean isKnown(Call call, Node node) {
        var none = call.header("If-None-Match");
        if (!none.isEmpty()) {
            return Conditions.names(none, node.etag());
        }
        try {
            var since = call.header("If-Modified-Since");
            var at = node.file().uploadedAt().toInstant().truncatedTo(ChronoUnit.SECONDS);
            return !since.isEmpty()
                    && !at.isAfter(ZonedDateTime.parse(since, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    /** Whatever the file is: no browser guesses at it, runs it, keeps it or lets another site show it. */
    private static void safe(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-store");
    }

    private static void send(Call call, byte[] bytes) throws IOException {
        call.response().setContentLength(bytes.length);
        if (!isHead(call)) {
            call.response().getOutputStream().write(bytes);
        }
    }

    private static boolean isHead(Call call) {
        return call.request().getMethod().equals("HEAD");
    }

    void propfind(Call call) throws IOException, DavException {
        if (!call.node().exists()) {
            throw BusinessException.notFound("document.unknown");
        }
        var type = call.dav().getPropFindType();
        var asked = call.dav().getPropFindProperties();
        var depth = call.depth(Call.DEEP);
        if (depth == Call.DEEP) {
            throw finite();
        }
        var nodes = new ArrayList<Node>(List.of(call.node()));
        if (depth == 1) {
            nodes.addAll(tree.children(call.node()));
        }
        var told = facts.of(call.address(), nodes);
        var answer = new MultiStatus();
        for (var index = 0; index < nodes.size(); index++) {
            var node = nodes.get(index);
            var names = asked == null ? List.<DavPropertyName>of() : List.copyOf(asked.getContent());
            answer.addResponse(told(index == 0 ? call.href() : call.href(node), told.get(index), type, names));
        }
        call.answer(MULTI_STATUS, answer);
    }

    private static MultiStatusResponse told(String href, DavPropertySet set, int type, List<DavPropertyName> asked) {
        var answer = new MultiStatusResponse(href, (String) null);
        if (type == DavConstants.PROPFIND_PROPERTY_NAMES) {
            List.of(set.getPropertyNames()).forEach(answer::add);
        } else if (type == DavConstants.PROPFIND_BY_PROPERTY) {
            for (var name : asked) {
                var property = set.get(name);
                if (property == null) {
                    answer.add(name, HttpServletResponse.SC_NOT_FOUND);
                } else {
                    answer.add(property);
                }
            }
        } else {
            set.forEach(answer::add);
        }
        return answer;
    }

    /** The whole tree at once would be the whole tenant. */
    private static DavException finite() throws IOException {
        try {
            var condition =
                    DomUtil.createElement(DomUtil.createDocument(), "propfind-finite-depth", DavConstants.NAMESPACE);
            return new DavException(
                    HttpServletResponse.SC_FORBIDDEN,
                    "",
                    new IllegalStateException(),
                    Objects.requireNonNull(condition));
        } catch (ParserConfigurationException never) {
            throw new IOException(never);
        }
    }
}
