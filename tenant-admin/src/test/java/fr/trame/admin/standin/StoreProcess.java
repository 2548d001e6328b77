package fr.trame.admin.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** S3Proxy, a real store in a process of its own, with one identity. */
public final class StoreProcess implements AutoCloseable {

    private static final int TRIES = 300;

    private final Process process;
    private final int port;
    private final Path folder;

    public StoreProcess() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("store");
        port = freePort();
        var configuration = Files.writeString(folder.resolve("s3proxy.conf"), configuration());
        var archive = Objects.requireNonNull(System.getProperty("s3proxy"), "run by Maven, which fetches the store");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(java, "-Xmx96m", "-jar", archive, "--properties", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitPort();
        System.out.println("S3Proxy on port " + port);
    }

    public Map<String, String> settings() {
        return Map.of(
                "TRAME_STORE_ENDPOINT", "http://127.0.0.1:" + port,
                "TRAME_STORE_KIND", "s3proxy",
                "TRAME_STORE_ROOT_KEY", "root",
                "TRAME_STORE_ROOT_SECRET", "rootsecret");
    }

    public List<String> buckets() throws IOException {
        try (var entries = Files.list(folder.resolve("data"))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private String configuration() throws IOException {
        return """
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=root
            s3proxy.credential=rootsecret
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            """
                .formatted(port, Files.createDirectory(folder.resolve("data")));
    }

    private void awaitPort() throws InterruptedException {
        for (var i = 0; i < TRIES && process.isAlive(); i++) {
            if (answers()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("S3Proxy did not start: see " + folder.resolve("log"));
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
