package fr.trame.app.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the product that can be cut: what is on it breaks off, and for a while nobody gets through. */
final class BadLine implements AutoCloseable {

    private final ServerSocket door;
    private final URI product = URI.create(Product.url(""));
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    BadLine() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** @return the address of a path of the product on this line */
    String url(String path) {
        return "http://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort() + path;
    }

    void cut() {
        isCut = true;
        open.forEach(BadLine::hangUp);
    }

    void mend() {
        isCut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (isCut) {
                    hangUp(caller);
                } else {
                    connect(caller);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try {
            var server = new Socket(product.getHost(), product.getPort());
            open.add(caller);
            open.add(server);
            thread(() -> pass(caller, server));
            thread(() -> pass(server, caller));
        } catch (IOException nobodyThere) {
            hangUp(caller);
        }
    }

    private void pass(Socket from, Socket to) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            copy(in, out);
        } catch (IOException cut) {
            hangUp(from);
        } finally {
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[1 << 13];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            out.flush();
        }
    }

    /** Without a goodbye, as a line does. */
    private static void hangUp(Socket socket) {
        try {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "bad line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
