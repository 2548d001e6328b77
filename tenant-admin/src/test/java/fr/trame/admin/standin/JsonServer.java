package fr.trame.admin.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A server on a free port of this machine that answers JSON and remembers what it was asked. */
public abstract class JsonServer implements AutoCloseable {

    protected static final JsonMapper JSON = new JsonMapper();

    static {
        // Without it each answer on a kept connection waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final List<String> calls = new ArrayList<>();

    protected JsonServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked since the last time, as method and path. */
    public List<String> takeCalls() {
        synchronized (calls) {
            var taken = List.copyOf(calls);
            calls.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    protected abstract Reply answer(String method, URI address, String body) throws IOException;

    protected static Reply ok(JsonNode body) {
        return new Reply(200, body);
    }

    protected static Reply status(int status) {
        return new Reply(status, object());
    }

    protected static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var method = exchange.getRequestMethod();
            synchronized (calls) {
                calls.add(method + " " + exchange.getRequestURI().getPath());
            }
            var reply = answer(method, exchange.getRequestURI(), body);
            var bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A status and what comes with it. */
    protected record Reply(int status, JsonNode body) {}
}
