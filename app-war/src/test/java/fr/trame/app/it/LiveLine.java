package fr.trame.app.it;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A line to a fiche that is written together, held by a test instead of a page. */
final class LiveLine implements WebSocket.Listener, AutoCloseable {

    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private volatile int closed;
    private @Nullable WebSocket socket;

    /** @throws Refused when there is no line for this person */
    static LiveLine open(PageSession person, String tenant, String fiche) {
        return open(person, tenant, fiche, Product.url(""));
    }

    static LiveLine open(PageSession person, String tenant, String fiche, String origin) {
        var line = new LiveLine();
        var address = Product.url("/t/" + tenant + "/fiches/" + fiche + "/live").replaceFirst("^http", "ws");
        try {
            var builder = person.http().newWebSocketBuilder().header("Sec-Fetch-Mode", "websocket");
            if (!origin.isEmpty()) {
                builder.header("Origin", origin);
            }
            line.socket = builder.buildAsync(URI.create(address), line).join();
            return line;
        } catch (CompletionException no) {
            if (no.getCause() instanceof WebSocketHandshakeException refused) {
                throw new Refused(refused.getResponse().statusCode());
            }
            throw no;
        }
    }

    /** There is no line. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;

        Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        parts.writeBytes(bytes);
        if (last) {
            heard.add(parts.toByteArray());
            parts.reset();
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed = closed == 0 ? 1006 : closed;
    }

    LiveLine send(byte[] message) {
        if (socket != null) {
            socket.sendBinary(ByteBuffer.wrap(message), true).join();
        }
        return this;
    }

    LiveLine text(String text) {
        if (socket != null) {
            socket.sendText(text, true).join();
        }
        return this;
    }

    /** Sends an update, as a page does for what was typed. */
    LiveLine update(byte[] update) {
        return send(message(0, 2, update));
    }

    /** Asks for all there is. */
    LiveLine ask() {
        return send(message(0, 0, new byte[] {0}));
    }

    /** @return whether something that was heard, of that type, holds the words */
    boolean heard(int type, String words) {
        return heard.stream()
                .anyMatch(each -> each[0] == type && new String(each, StandardCharsets.UTF_8).contains(words));
    }

    /** @return how many of this line's updates are committed, as far as was heard */
    int saved() {
        return heard.stream()
                .filter(each -> each[0] == 100)
                .mapToInt(each -> each[1])
                .max()
                .orElse(0);
    }

    /** @return whether the page would let its person write; only after something was heard */
    boolean mayWrite() {
        Product.waitUntil("the rights are told", () -> heard.stream().anyMatch(each -> each[0] == 101));
        return heard.stream().anyMatch(each -> each[0] == 101 && each[1] == 1);
    }

    /** @return the code with which the line was closed, 0 as long as it is open */
    int closed() {
        return closed;
    }

    void awaitClosed(int code) {
        Product.waitUntil("the line is closed", () -> closed != 0);
        if (closed != code) {
            throw new AssertionError("closed with " + closed + " instead of " + code);
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }

    static byte[] message(int type, int step, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(type);
        out.write(step);
        number(out, content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    /** @return the update of somebody new who writes one more paragraph at the beginning of a section */
    static byte[] paragraph(String section, String text) {
        var client = ThreadLocalRandom.current().nextLong(1, 1L << 32);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, 3});
        number(out, client);
        out.writeBytes(new byte[] {0, 7, 1});
        words(out, section);
        out.write(3);
        words(out, "paragraph");
        out.writeBytes(new byte[] {7, 0});
        number(out, client);
        out.writeBytes(new byte[] {0, 6, 4, 0});
        number(out, client);
        out.write(1);
        words(out, text);
        out.write(0);
        return out.toByteArray();
    }

    private static void words(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, long value) {
        var rest = value;
        while (rest > 127) {
            out.write((int) (rest & 127) | 128);
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
