package fr.trame.app.storage.minio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A store of its own for one test class: a child process on a free port, gone with the class. */
final class ServerProcess {

    final int port;
    private final Process process;
    private final Path output;

    private ServerProcess(int port, Process process, Path output) {
        this.port = port;
        this.process = process;
        this.output = output;
    }

    static ServerProcess start(int port, List<String> command, Map<String, String> environment) throws Exception {
        var output = Files.createTempFile("store", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var server = new ServerProcess(port, builder.start(), output);
        server.awaitPort();
        return server;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws Exception {
        for (int attempt = 0; attempt < 300 && process.isAlive(); attempt++) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        stop();
        throw new IllegalStateException("the store did not start:\n" + Files.readString(output));
    }

    void stop() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Files.deleteIfExists(output);
    }
}
