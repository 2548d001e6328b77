package fr.trame.app.architecture;

import fr.trame.app.extraction.TextExtractor;
import fr.trame.app.rendition.Painter;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.storage.ObjectStore;
import java.util.List;

/**
 * A product of somebody else, and the folder that may name it. When it is exchanged, that folder is rewritten and
 * nothing else.
 *
 * @param folder below the root
 * @param packages of the product's classes
 */
record Product(String folder, List<String> packages) {

    /** The interfaces of the product behind which the network begins. */
    static final List<Class<?>> PORTS =
            List.of(ObjectStore.class, SearchIndex.class, TextExtractor.class, Painter.class);

    /** Folders that CDI wires: nothing in the product names a class of them. */
    static final List<Product> ADAPTERS = List.of(
            new Product("storage.minio", List.of("io.minio", "okhttp3")),
            new Product("search.elasticsearch", List.of("co.elastic")),
            new Product("extraction.tika", List.of("java.net.http")),
            new Product("rendition.painter", List.of("java.net.http")),
            new Product("coedit.postgresql", List.of("org.postgresql")));

    /** Folders that are more than an adapter. */
    static final List<Product> OTHERS = List.of(
            new Product("identity.web", List.of("com.nimbusds")),
            new Product("webdav.web", List.of("org.apache.jackrabbit")),
            new Product("transfer", List.of("org.bouncycastle")),
            new Product("transfer.web", List.of("me.desair.tus")),
            new Product("tenancy", List.of("com.google.crypto.tink")));
}
