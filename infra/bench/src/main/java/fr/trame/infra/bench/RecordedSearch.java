package fr.trame.infra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * What the product sends to the index for a question, recorded for one word and for several; a test of the product
 * fails when it sends something else. Words and workspaces are put in the places of the recorded ones.
 */
final class RecordedSearch {

    private static final String ONE = "filière";
    private static final String SEVERAL = "filière industrielle";
    private static final String WORKSPACE = "00000000-0000-0000-0000-000000000001";

    private final JsonNode one = read("/bench/search-one-word.json");
    private final JsonNode several = read("/bench/search-several-words.json");
    private final List<String> workspaces;

    /** @param workspaces those the person may read */
    RecordedSearch(List<String> workspaces) {
        this.workspaces = List.copyOf(workspaces);
    }

    JsonNode body(String words) {
        return words.indexOf(' ') < 0 ? filled(one, ONE, words) : filled(several, SEVERAL, words);
    }

    private JsonNode filled(JsonNode node, String recorded, String words) {
        if (node instanceof ObjectNode object) {
            var copy = Http.JSON.createObjectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), filled(each.getValue(), recorded, words)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = Http.JSON.createArrayNode();
            array.forEach(each -> {
                if (each.asText().equals(WORKSPACE)) {
                    workspaces.forEach(copy::add);
                } else {
                    copy.add(filled(each, recorded, words));
                }
            });
            return copy;
        }
        return node.isTextual() && node.asText().equals(recorded) ? TextNode.valueOf(words) : node;
    }

    private static JsonNode read(String resource) {
        try (var in = Objects.requireNonNull(RecordedSearch.class.getResourceAsStream(resource), resource)) {
            return Http.JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
