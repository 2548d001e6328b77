package fr.trame.infra.painter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * The server: {@code POST /pdf} and {@code POST /thumbnail} take a document, its type in the header, and answer with what
 * was made of it; 422 and a word when the document is at fault, 501 for what nobody here opens, 503 when there was no turn.
 * {@code GET /health} says whether office files are opened.
 */
public final class Painter {

    private static final System.Logger LOG = System.getLogger(Painter.class.getName());
    private static final int THREADS = 8;
    private static final int OK = 200;
    private static final int AT_FAULT = 422;
    private static final int UNKNOWN = 501;
    private static final int NO_TURN = 503;
    private static final int BROKEN = 500;

    private final Workshop workshop;
    private final Office office;
    private final Brush brush;

    private Painter(Path home) throws IOException {
        var cell = Cell.make(Workshop.LARGEST);
        workshop = new Workshop(Files.createDirectories(home.resolve("work")));
        office = new Office(Office.find(System.getenv().getOrDefault("PATH", "")), cell, Office.TIME);
        brush = new Brush(cell, Files.createDirectories(home.resolve("fonts")));
        LOG.log(
                System.Logger.Level.INFO,
                "office files: {0}; network: {1}",
                office.isThere() ? "LibreOffice" : "no soffice on the PATH",
                cell.isSealed() ? "taken away" : "NOT taken away, unshare does not work here");
    }

    /** @param words the port on the loopback, and a folder to work in */
    public static void main(String... words) throws IOException {
        start(Integer.parseInt(words[0]), Path.of(words[1]));
    }

    static HttpServer start(int port, Path home) throws IOException {
        var painter = new Painter(home);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpServer.create(address, 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/health", painter::health);
        server.createContext("/pdf", exchange -> {
            var type = type(exchange);
            boolean known = Office.opens(type) && painter.office.isThere();
            painter.serve(exchange, known, (folder, document) -> painter.office.pdf(folder, document, type));
        });
        server.createContext("/thumbnail", exchange -> {
            var type = type(exchange);
            painter.serve(
                    exchange,
                    Brush.paints(type),
                    (folder, document) -> painter.brush.thumbnail(folder, document, type));
        });
        server.start();
        return server;
    }

    private static String type(HttpExchange exchange) {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type == null ? "" : type;
    }

    private void health(HttpExchange exchange) throws IOException {
        say(exchange, OK, office.isThere() ? "office" : "no office");
    }

    private void serve(HttpExchange exchange, boolean known, Workshop.Work work) throws IOException {
        try {
            if (!known) {
                say(exchange, UNKNOWN, "");
            } else if (!workshop.make(exchange.getRequestBody(), work, made -> deliver(exchange, made))) {
                say(exchange, NO_TURN, "");
            }
        } catch (NotPainted fault) {
            say(exchange, AT_FAULT, fault.reason().name());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "a document could not be painted", broken);
            say(exchange, BROKEN, "");
        }
    }

    private static void deliver(HttpExchange exchange, Path made) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(OK, Files.size(made));
            Files.copy(made, exchange.getResponseBody());
        }
    }

    /** Reads what is still to come first: who still writes would not hear the answer. */
    private static void say(HttpExchange exchange, int status, String word) throws IOException {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
