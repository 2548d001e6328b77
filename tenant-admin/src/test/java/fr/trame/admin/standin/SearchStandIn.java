package fr.trame.admin.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Indices, one alias per tenant, API keys: what the operator's side asks of Elasticsearch, in memory. */
public final class SearchStandIn extends JsonServer {

    private static final Pattern BULK = Pattern.compile("/([^/]+)/_bulk");

    private final Map<String, Map<String, JsonNode>> indices = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();
    private final Map<String, String> keys = new TreeMap<>();
    private Runnable onBulk = () -> {};
    private int refusals;
    private boolean losesEntries;

    public Set<String> indices() {
        return indices.keySet();
    }

    /** The entries of an index by identifier: the source, with its version. */
    public Map<String, JsonNode> entries(String index) {
        return Objects.requireNonNull(indices.get(index), index);
    }

    /** The index behind each alias. */
    public Map<String, String> aliases() {
        return aliases;
    }

    /** The name of each living API key by identifier. */
    public Map<String, String> keys() {
        return keys;
    }

    /** What happens elsewhere while the index is being filled. */
    public void onBulk(Runnable meanwhile) {
        onBulk = meanwhile;
    }

    /** The next bulk requests are told to come again later. */
    public void refuseBulks(int times) {
        refusals = times;
    }

    public void loseEntries(boolean lose) {
        losesEntries = lose;
    }

    @Override
    protected Reply answer(String method, URI address, String body) throws IOException {
        var path = address.getPath();
        if (path.equals("/_security/api_key")) {
            return keys(method, address, body);
        }
        var bulk = BULK.matcher(path);
        if (bulk.matches()) {
            return bulk(bulk.group(1), body);
        }
        if (path.equals("/_aliases")) {
            return moveAliases(JSON.readTree(body));
        }
        if (path.startsWith("/_alias/")) {
            return alias(path.substring("/_alias/".length()));
        }
        return index(method, path, body);
    }

    private Reply index(String method, String path, String body) throws IOException {
        var name = path.split("/")[1];
        if (path.endsWith("/_alias")) {
            var found = object();
            indices.keySet().stream()
                    .filter(one -> one.startsWith(name.replace("*", "")))
                    .forEach(found::putObject);
            return ok(found);
        }
        if (path.endsWith("/_count")) {
            return ok(object().put("count", entries(name).size()));
        }
        if (path.endsWith("/_search")) {
            return ok(
                    entriesOf(name, JSON.readTree(body).at("/query/term/entity").asText()));
        }
        if (method.equals("DELETE")) {
            return status(indices.remove(name) == null ? 404 : 200);
        }
        if (method.equals("PUT") && !path.endsWith("/_settings")) {
            indices.put(name, new TreeMap<>());
            JSON.readTree(body).path("aliases").fieldNames().forEachRemaining(one -> aliases.put(one, name));
        }
        return status(200);
    }

    private ObjectNode entriesOf(String name, String entity) {
        var hits = object();
        var list = hits.putObject("hits").putArray("hits");
        entries(name).forEach((id, source) -> {
            if (source.path("entity").asText().equals(entity)) {
                list.addObject().put("_id", id);
            }
        });
        return hits;
    }

    private Reply alias(String alias) {
        var index = aliases.get(alias);
        if (index == null) {
            return status(404);
        }
        var found = object();
        found.putObject(index);
        return ok(found);
    }

    private Reply moveAliases(JsonNode request) {
        for (var action : request.path("actions")) {
            var added = action.path("add");
            if (!added.isMissingNode()) {
                aliases.put(added.path("alias").asText(), added.path("index").asText());
            }
        }
        return status(200);
    }

    private Reply bulk(String index, String body) throws IOException {
        if (refusals > 0) {
            refusals--;
            return status(429);
        }
        var lines = body.split("\n");
        for (var i = 0; i < lines.length; i++) {
            var action = JSON.readTree(lines[i]);
            if (action.has("delete")) {
                entries(index).remove(action.at("/delete/_id").asText());
            } else {
                i++;
                store(index, action.path("index"), (ObjectNode) JSON.readTree(lines[i]));
            }
        }
        onBulk.run();
        return ok(object().put("errors", false));
    }

    private void store(String index, JsonNode action, ObjectNode source) {
        source.set("version", action.path("version"));
        if (!losesEntries) {
            entries(index).put(action.path("_id").asText(), source);
        }
    }

    private Reply keys(String method, URI address, String body) throws IOException {
        if (method.equals("DELETE")) {
            JSON.readTree(body).path("ids").forEach(id -> keys.remove(id.asText()));
            return status(200);
        }
        if (method.equals("GET")) {
            var found = object();
            var list = found.putArray("api_keys");
            keys.forEach((id, name) -> {
                if (address.getQuery().contains("name=" + name)) {
                    list.addObject().put("id", id);
                }
            });
            return ok(found);
        }
        var id = UUID.randomUUID().toString();
        keys.put(id, JSON.readTree(body).path("name").asText());
        var encoded = Base64.getEncoder().encodeToString((id + ":secret").getBytes(StandardCharsets.UTF_8));
        return ok(object().put("encoded", encoded));
    }
}
