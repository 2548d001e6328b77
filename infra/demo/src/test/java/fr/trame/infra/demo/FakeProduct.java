package fr.trame.infra.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The identity server and the REST doors, in memory: enough to see what a load asks for and in which order. */
final class FakeProduct implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer waits for 40 ms
    }

    private final HttpServer server;
    private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
    private final Map<String, ObjectNode> fiches = new LinkedHashMap<>();
    final List<String> writes = new ArrayList<>();
    int tokens;
    int refuseAfter = Integer.MAX_VALUE;
    int busy;

    FakeProduct() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        var address = "http://localhost:" + server.getAddress().getPort();
        return Map.of("TRAME_PUBLIC_URL", address + "/", "TRAME_OIDC_ISSUER", address + "/realms/trame");
    }

    ObjectNode fiche(String title) {
        return fiches.values().stream()
                .filter(each -> each.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** @return how many things of one kind there are: {@code workspaces}, {@code documents} and so on */
    long count(String kind) {
        return lists.entrySet().stream()
                .filter(each -> each.getKey().endsWith("/" + kind))
                .mapToLong(each -> each.getValue().size())
                .sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var body = exchange.getRequestBody().readAllBytes();
            if (path.endsWith("/token")) {
                tokens++;
                say(exchange, 200, json().put("access_token", "t").put("expires_in", 300));
            } else if (busy > 0) {
                busy--;
                say(exchange, 503, json().put("detail", "The store does not answer."));
            } else if (exchange.getRequestMethod().equals("GET")) {
                say(exchange, 200, read(path));
            } else if (writes.size() >= refuseAfter) {
                say(exchange, 422, json().put("detail", "No more than that.").put("field", "title"));
            } else {
                writes.add(exchange.getRequestMethod() + " " + path.replaceAll("/[0-9]+", ""));
                write(exchange, path, body);
            }
        }
    }

    private JsonNode read(String path) {
        if (path.matches(".*/fiches/\\d+")) {
            return Objects.requireNonNull(fiches.get(path.substring(path.lastIndexOf('/') + 1)));
        }
        var items = DemoData.JSON.createArrayNode();
        lists.getOrDefault(path, List.of()).forEach(items::add);
        return path.endsWith("/fiches") ? json().put("total", items.size()).set("items", items) : items;
    }

    private void write(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.endsWith("/documents")) {
            var name = exchange.getRequestURI().getRawQuery().replaceFirst("name=", "");
            say(exchange, 201, added(path, json().put("name", URLDecoder.decode(name, StandardCharsets.UTF_8))));
            return;
        }
        var sent = (ObjectNode) DemoData.JSON.readTree(body);
        if (path.matches(".*/fiches/\\d+(/state)?")) {
            change(exchange, path, sent);
        } else if (path.endsWith("/fiches")) {
            var fiche = added(path, sent.put("workflowState", "DRAFT").put("version", 0));
            fiches.put(fiche.path("id").asText(), fiche);
            say(exchange, 201, fiche);
        } else {
            say(exchange, 201, added(path, sent));
        }
    }

    private void change(HttpExchange exchange, String path, ObjectNode sent) throws IOException {
        var fiche = Objects.requireNonNull(fiches.get(path.replaceAll(".*/fiches/(\\d+).*", "$1")));
        var version = fiche.path("version").asInt();
        var from = fiche.path("workflowState").asText();
        var state = sent.path("state").asText(from);
        var possible = state.equals(from)
                || ProductRules.MOVES.getOrDefault(from, Set.of()).contains(state);
        if (sent.path("version").asInt(-1) != version || !possible) {
            say(exchange, 409, json().put("detail", "Not from " + from + " to " + state));
            return;
        }
        sent.remove("state");
        fiche.setAll(sent);
        fiche.put("workflowState", state).put("version", version + 1);
        say(exchange, 200, fiche);
    }

    private ObjectNode added(String path, ObjectNode item) {
        var all = lists.computeIfAbsent(path, none -> new ArrayList<>());
        item.put(
                "id",
                String.valueOf(lists.values().stream().mapToInt(List::size).sum()));
        all.add(item);
        return item;
    }

    private static ObjectNode json() {
        return DemoData.JSON.createObjectNode();
    }

    private static void say(HttpExchange exchange, int status, JsonNode content) throws IOException {
        var bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
