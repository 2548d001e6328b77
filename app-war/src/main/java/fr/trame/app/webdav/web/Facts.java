package fr.trame.app.webdav.web;

import fr.trame.app.dossier.Lock;
import fr.trame.app.dossier.Locks;
import fr.trame.app.webdav.DocumentProperties;
import fr.trame.app.webdav.Node;
import fr.trame.app.webdav.Spot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.jackrabbit.webdav.lock.ActiveLock;
import org.apache.jackrabbit.webdav.lock.LockDiscovery;
import org.apache.jackrabbit.webdav.lock.Scope;
import org.apache.jackrabbit.webdav.lock.SupportedLock;
import org.apache.jackrabbit.webdav.lock.Type;
import org.apache.jackrabbit.webdav.property.DavPropertyName;
import org.apache.jackrabbit.webdav.property.DavPropertySet;
import org.apache.jackrabbit.webdav.property.DefaultDavProperty;
import org.apache.jackrabbit.webdav.property.ResourceType;
import org.apache.jackrabbit.webdav.xml.DomUtil;
import org.xml.sax.SAXException;

/** What is told of files and folders: the protocol's own properties and those that programs left. */
@ApplicationScoped
class Facts {

    static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    @Inject
    Locks locks;

    @Inject
    DocumentProperties properties;

    /** @return what is told of each node, in order; all of them stand in the same dossier or in none */
    List<DavPropertySet> of(Address root, List<Node> nodes) {
        var inside = nodes.stream().filter(each -> each.place() != null).toList();
        if (inside.isEmpty() || nodes.get(0).kind() == Node.Kind.WORKSPACE) {
            return nodes.stream().map(each -> live(each, List.of())).toList();
        }
        var dossier = inside.get(0).spot().dossier();
        var held = Stream.concat(locks.on(dossier, "").stream(), locks.below(dossier, "").stream())
                .distinct()
                .toList();
        var files = nodes.stream().filter(each -> each.document() != null).toList();
        var left = properties.of(
                dossier, files.stream().map(each -> each.file().id()).toList());
        return nodes.stream().map(each -> facts(root, each, held, left)).toList();
    }

    /** @return the locks that hold for a node, as the protocol tells them */
    LockDiscovery discovery(Address address, Node node, List<Lock> held) {
        var dossier = new Address(
                address.alias(),
                address.names().subList(0, Math.min(2, address.names().size())));
        return new LockDiscovery(held.stream()
                .filter(each -> holds(each, node.spot()))
                .map(each -> new HeldLock(each, root(dossier, each)))
                .toArray(ActiveLock[]::new));
    }

    private static String root(Address dossier, Lock lock) {
        var root = dossier;
        for (var name : lock.path().split("/")) {
            root = name.isEmpty() ? root : root.child(name);
        }
        return root.href(false);
    }

    private static boolean holds(Lock lock, Spot spot) {
        return lock.path().equalsIgnoreCase(spot.path())
                || (lock.deep()
                        && new Spot(spot.dossier(), spot.path().toLowerCase(Locale.ROOT))
                                .isWithin(new Spot(lock.dossier(), lock.path().toLowerCase(Locale.ROOT))));
    }

    private DavPropertySet facts(Address root, Node node, List<Lock> held, Map<UUID, List<String>> left) {
        var set = live(
                node,
                node.document() == null
                        ? List.of()
                        : left.getOrDefault(node.file().id(), List.of()));
        var writable = new SupportedLock();
        writable.addEntry(Type.WRITE, Scope.EXCLUSIVE);
        writable.addEntry(Type.WRITE, Scope.SHARED);
        set.add(writable);
        set.add(discovery(root, node, held));
        return set;
    }

    private static DavPropertySet live(Node node, List<String> left) {
        var set = new DavPropertySet();
        left.forEach(each -> set.add(parsed(each)));
        set.add(new DefaultDavProperty<>(DavPropertyName.DISPLAYNAME, node.name()));
        set.add(new ResourceType(node.isCollection() ? ResourceType.COLLECTION : ResourceType.DEFAULT_RESOURCE));
        var created = node.created();
        if (created != null) {
            set.add(new DefaultDavProperty<>(DavPropertyName.GETLASTMODIFIED, HTTP_DATE.format(created)));
            set.add(new DefaultDavProperty<>(
                    DavPropertyName.CREATIONDATE,
                    DateTimeFormatter.ISO_INSTANT.format(created.toInstant().truncatedTo(ChronoUnit.SECONDS))));
        }
        if (node.document() != null) {
            set.add(new DefaultDavProperty<>(
                    DavPropertyName.GETCONTENTLENGTH, Long.toString(node.file().size())));
            set.add(new DefaultDavProperty<>(
                    DavPropertyName.GETCONTENTTYPE, node.file().mediaType()));
            set.add(new DefaultDavProperty<>(DavPropertyName.GETETAG, node.etag()));
        } else if (node.kind() == Node.Kind.BLANK) {
            set.add(new DefaultDavProperty<>(DavPropertyName.GETCONTENTLENGTH, "0"));
        }
        return set;
    }

    private static DefaultDavProperty<?> parsed(String xml) {
        try {
            var document = DomUtil.parseDocument(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return DefaultDavProperty.createFromXml(Objects.requireNonNull(document.getDocumentElement()));
        } catch (ParserConfigurationException | SAXException | IOException never) {
            throw new IllegalStateException("a property that was kept cannot be read", never);
        }
    }
}
