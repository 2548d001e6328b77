package fr.trame.app.scan.clamd;

import fr.trame.app.scan.VirusScanner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** ClamAV's daemon by its own protocol: the file goes out in pieces, one line comes back. */
@ApplicationScoped
public class ClamdScanner implements VirusScanner {

    private static final int PIECE = 1 << 16;
    private static final int ANSWER = 4096;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 120_000;

    @Inject
    @ConfigProperty(name = "trame.scanner.address")
    Optional<String> address;

    @Override
    public boolean isThere() {
        return address.isPresent();
    }

    @Override
    public String version() {
        return converse(socket -> {
            socket.getOutputStream().write(command("VERSION"));
            return answer(socket);
        });
    }

    @Override
    public Verdict scan(InputStream bytes) {
        var answer = converse(socket -> {
            var cut = send(socket, bytes);
            var words = answer(socket);
            if (words.isEmpty() && cut != null) {
                throw cut;
            }
            return words;
        });
        return verdict(answer);
    }

    static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict(Kind.CLEAN, "");
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            var name = answer.substring("stream: ".length(), answer.length() - " FOUND".length());
            return new Verdict(Kind.INFECTED, name);
        }
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return new Verdict(Kind.TOO_LARGE, "");
        }
        throw new ScannerUnavailable("the antivirus could not tell: " + answer, new IOException(answer));
    }

    /**
     * It hangs up when it has seen enough, and says so first: then there is an answer to read.
     *
     * @return why not all was sent, null when all was
     */
    private static @Nullable IOException send(Socket socket, InputStream bytes) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE + 4));
        var piece = new byte[PIECE];
        try {
            out.write(command("INSTREAM"));
            for (int read = bytes.readNBytes(piece, 0, PIECE); read > 0; read = bytes.readNBytes(piece, 0, PIECE)) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return null;
        } catch (SocketException hungUp) {
            return hungUp;
        }
    }

    private static byte[] command(String name) {
        return ("z" + name + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static String answer(Socket socket) throws IOException {
        var bytes = socket.getInputStream().readNBytes(ANSWER);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private String converse(Conversation conversation) {
        var where = URI.create("tcp://" + address.orElseThrow());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(where.getHost(), where.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            return conversation.with(socket);
        } catch (IOException away) {
            throw new ScannerUnavailable("the antivirus does not answer: " + away, away);
        }
    }

    /** What is said over one connection. */
    @FunctionalInterface
    private interface Conversation {
        String with(Socket socket) throws IOException;
    }
}
