package fr.trame.admin.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.admin.http.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * How a tenant's index looks and is called. Search goes to the alias; the index behind it carries a number that grows
 * with each rebuild. Settings and mapping are those of a full Elasticsearch: nothing here is for development only.
 */
public final class SearchIndexDefinition {

    private static final String RESOURCE = "/search/documents-index.json";

    private SearchIndexDefinition() {}

    /** What the product reads and writes: {@code docs-<uuid>}. */
    public static String aliasOf(UUID tenant) {
        return "docs-" + tenant;
    }

    /** The index itself: {@code docs-<uuid>-v<number>}. */
    public static String indexOf(UUID tenant, int number) {
        return aliasOf(tenant) + "-v" + number;
    }

    /** The number at the end of an index's name. */
    static int numberOf(String index) {
        return Integer.parseInt(index.substring(index.lastIndexOf("-v") + 2));
    }

    /** The body of the request that creates the index, for those who send it by their own client. */
    public static String json(int replicas) {
        return body(replicas).toString();
    }

    static ObjectNode body(int replicas) {
        try (var resource = SearchIndexDefinition.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the archive");
            }
            var definition = (ObjectNode) JsonHttp.JSON.readTree(resource);
            var settings = (ObjectNode) definition.at("/settings/index");
            settings.put("number_of_replicas", replicas);
            return definition;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
