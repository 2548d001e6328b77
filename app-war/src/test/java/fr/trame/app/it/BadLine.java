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

/** A line to the product, or to a part of it, with whatever can be wrong with a line. */
final class BadLine implements AutoCloseable {

    private final ServerSocket door;
    private final URI end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Fault fault = Fault.NONE;

    BadLine() throws IOException {
        this(URI.create(Product.url("")));
    }

    /** @param end where it leads */
    BadLine(URI end) throws IOException {
        this.end = end;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** @return the address of a path of the product on this line */
    String url(String path) {
        return "http://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort() + path;
    }

    void cut() {
        become(Fault.RESET);
    }

    void mend() {
        become(Fault.NONE);
    }

    /** From now on this is wrong with it; what was on it when it was cut breaks off, what it swallowed is lost. */
    void become(Fault other) {
        var before = fault;
        fault = other;
        if (other == Fault.RESET || before != Fault.NONE) {
            open.forEach(BadLine::hangUp);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (fault.now() == Fault.RESET) {
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
            var server = new Socket(end.getHost(), end.getPort());
            open.add(caller);
            open.add(server);
            thread(() -> pass(caller, server, false));
            thread(() -> pass(server, caller, true));
        } catch (IOException nobodyThere) {
            hangUp(caller);
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        try (var in = from.getInputStream();
                var out = to.getOutputStream()) {
            copy(in, out, answers);
        } catch (IOException cut) {
            hangUp(from);
        } finally {
            hangUp(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void copy(InputStream in, OutputStream out, boolean answers) throws IOException {
        var buffer = new byte[1 << 13];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            switch (fault.now()) {
                case NONE -> out.write(buffer, 0, read);
                case BLACKHOLE -> wait(0);
                case RESET -> throw new IOException("broken off");
                case SLOW -> {
                    wait(5_000);
                    out.write(buffer, 0, read);
                }
                case TRICKLE -> trickle(buffer, read, out);
                case HALF_CLOSED -> {
                    if (answers) {
                        return;
                    }
                    out.write(buffer, 0, read);
                }
                case FLAPPING -> throw new IllegalStateException("is either well or broken off");
            }
            out.flush();
        }
    }

    private void trickle(byte[] buffer, int length, OutputStream out) throws IOException {
        for (var at = 0; at < length; at++) {
            if (fault == Fault.TRICKLE) {
                wait(1_000);
            }
            out.write(buffer[at]);
            out.flush();
        }
    }

    private static void wait(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
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
