package fr.trame.app.rendition.painter;

import fr.trame.app.rendition.Painter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The product's own painter: a document goes out, what was made of it comes back into a file that is gone once read. */
@ApplicationScoped
public class PainterServer implements Painter {

    /** Others may come before, and the work itself takes its time; the server gives up first. */
    private static final Duration WHOLE = Duration.ofMinutes(4);

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int AT_FAULT = 422;
    private static final int UNKNOWN = 501;

    @Inject
    @ConfigProperty(name = "trame.painter.url")
    Optional<String> address;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    @Override
    public boolean isThere() {
        return address.isPresent();
    }

    @Override
    public boolean opensOffice() {
        var request = HttpRequest.newBuilder(uri("/health")).timeout(MOMENT).build();
        try {
            return http.send(request, BodyHandlers.ofString()).body().equals("office");
        } catch (IOException away) {
            throw new PainterUnavailable("the painter does not answer: " + away, away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PainterUnavailable("interrupted while asking the painter", stopped);
        }
    }

    @Override
    public Painted pdf(InputStream bytes, String mediaType) {
        return make("/pdf", bytes, mediaType);
    }

    @Override
    public Painted thumbnail(InputStream bytes, String mediaType) {
        return make("/thumbnail", bytes, mediaType);
    }

    private Painted make(String path, InputStream bytes, String mediaType) {
        var file = temporary();
        try {
            return made(path, bytes, mediaType, file);
        } catch (RuntimeException none) {
            file.toFile().delete();
            throw none;
        }
    }

    private Painted made(String path, InputStream bytes, String mediaType, Path file) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofInputStream(() -> new Unclosed(bytes)))
                .build();
        var answer = answer(request, file);
        try {
            return switch (answer.statusCode()) {
                case OK -> painted(file);
                case AT_FAULT -> throw new NotPainted(Files.readString(file));
                case UNKNOWN -> throw new NobodyOpens();
                default ->
                    throw new PainterUnavailable("the painter answers " + answer.statusCode(), new IOException());
            };
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /** The size first: the name of the file is gone once it is open. */
    private static Painted painted(Path file) throws IOException {
        var size = Files.size(file);
        return new Painted(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), size);
    }

    private HttpResponse<Path> answer(HttpRequest request, Path file) {
        var asked = http.sendAsync(request, BodyHandlers.ofFile(file));
        try {
            return asked.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            asked.cancel(true);
            throw new PainterUnavailable("the painter took too long", late);
        } catch (InterruptedException stopped) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw new PainterUnavailable("interrupted while waiting for the painter", stopped);
        } catch (ExecutionException failure) {
            var cause = Objects.requireNonNullElse(failure.getCause(), failure);
            throw cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                    ? new PainterUnavailable("the painter does not answer: " + cause, cause)
                    : new PainterDied(cause);
        }
    }

    private URI uri(String path) {
        return URI.create(address.orElseThrow() + path);
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("painted", "");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The caller keeps its stream; the client would close it. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream source) {
            super(source);
        }

        @Override
        public void close() {}
    }
}
