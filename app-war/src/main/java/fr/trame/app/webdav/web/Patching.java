package fr.trame.app.webdav.web;

import fr.trame.app.BusinessException;
import fr.trame.app.webdav.DocumentProperties;
import fr.trame.app.webdav.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import org.apache.jackrabbit.webdav.DavConstants;
import org.apache.jackrabbit.webdav.DavException;
import org.apache.jackrabbit.webdav.MultiStatus;
import org.apache.jackrabbit.webdav.MultiStatusResponse;
import org.apache.jackrabbit.webdav.property.DavProperty;
import org.apache.jackrabbit.webdav.property.DavPropertyName;
import org.apache.jackrabbit.webdav.property.PropEntry;
import org.apache.jackrabbit.webdav.xml.DomUtil;
import org.xml.sax.SAXException;

/** What programs want to be remembered of documents; the protocol's own properties are the product's to say. */
@ApplicationScoped
class Patching {

    private static final int MULTI_STATUS = 207;
    private static final int FAILED_DEPENDENCY = 424;

    @Inject
    DocumentProperties properties;

    @Inject
    Conditions conditions;

    void proppatch(Call call) throws IOException, DavException {
        var asked = call.dav().getPropPatchChangeList();
        if (!call.node().exists()) {
            throw BusinessException.notFound("document.unknown");
        }
        var names = new LinkedHashSet<DavPropertyName>();
        asked.forEach(each -> names.add(name(each)));
        var answer = new MultiStatusResponse(call.href(), (String) null);
        var refused = names.stream().anyMatch(each -> isProtected(call.node(), each));
        if (refused) {
            names.forEach(each -> answer.add(
                    each, isProtected(call.node(), each) ? HttpServletResponse.SC_FORBIDDEN : FAILED_DEPENDENCY));
        } else {
            Writing.writable(call);
            conditions.requireLocks(call, call.node(), false);
            properties.change(call.node().file().id(), changes(asked));
            names.forEach(each -> answer.add(each, HttpServletResponse.SC_OK));
        }
        var all = new MultiStatus();
        all.addResponse(answer);
        call.answer(MULTI_STATUS, all);
    }

    private static boolean isProtected(Node node, DavPropertyName name) {
        return node.document() == null || DavConstants.NAMESPACE.equals(name.getNamespace());
    }

    private static DavPropertyName name(PropEntry entry) {
        return entry instanceof DavProperty<?> property ? property.getName() : (DavPropertyName) entry;
    }

    private static List<DocumentProperties.Change> changes(List<? extends PropEntry> asked)
            throws IOException, DavException {
        var changes = new ArrayList<DocumentProperties.Change>();
        for (var each : asked) {
            var name = name(each);
            changes.add(new DocumentProperties.Change(
                    name.getNamespace().getURI(),
                    name.getName(),
                    each instanceof DavProperty<?> property ? xml(property) : null));
        }
        return changes;
    }

    private static String xml(DavProperty<?> property) throws IOException, DavException {
        try {
            var document = DomUtil.createDocument();
            document.appendChild(property.toXml(document));
            var text = new StringWriter();
            DomUtil.transformDocument(document, text);
            return text.toString();
        } catch (ParserConfigurationException never) {
            throw new IOException(never);
        } catch (TransformerException | SAXException notText) {
            throw new DavException(HttpServletResponse.SC_BAD_REQUEST, notText);
        }
    }
}
