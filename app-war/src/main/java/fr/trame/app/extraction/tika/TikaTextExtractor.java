package fr.trame.app.extraction.tika;

import fr.trame.app.extraction.TextExtractor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends the document to Tika's server and reads the answer as it comes. Tika kills its worker when one document takes
 * too long or too much memory; the connection then drops and later calls are refused for some seconds. How long it took
 * before the drop tells a document that is too slow from bad luck beside one.
 */
@ApplicationScoped
public class TikaTextExtractor implements TextExtractor {

    static final int MOST_PAGES = 5_000;
    static final long MOST_CHARS = 20_000_000;

    /** Of the whole call; and, less, of Tika's own work, so that Tika gives up first. */
    Duration wholeCall = Duration.ofSeconds(60);

    Duration task = Duration.ofSeconds(50);

    @Inject
    @ConfigProperty(name = "trame.extractor.url")
    String address;

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "extractor");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable HttpClient http;

    /** Not with the object: the container's stand-ins for it would each start a thread. */
    @PostConstruct
    void open() {
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .executor(threads)
                .build();
    }

    @Override
    public Extracted extract(InputStream bytes, String mediaType, String name) {
        var source = new PushbackInputStream(bytes);
        requireContent(source);
        long start = System.nanoTime();
        var response = Objects.requireNonNull(http, "not opened")
                .sendAsync(request(source, mediaType, name), BodyHandlers.ofInputStream());
        // On a thread of ours: the caller waits no longer than the whole call may take.
        var answer = response.thenApplyAsync(TikaAnswer::read, threads);
        try {
            return answer.get(wholeCall.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            abandon(response);
            throw new ExtractionFailed(Reason.TOO_SLOW);
        } catch (InterruptedException stopped) {
            abandon(response);
            Thread.currentThread().interrupt();
            throw new ExtractorUnavailable("interrupted while waiting for the extractor", stopped);
        } catch (ExecutionException failure) {
            throw cause(failure, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void requireContent(PushbackInputStream source) {
        try {
            int first = source.read();
            if (first < 0) {
                throw new ExtractionFailed(Reason.EMPTY);
            }
            source.unread(first);
        } catch (IOException unread) {
            throw new ExtractorUnavailable("cannot read what is to be extracted", unread);
        }
    }

    private HttpRequest request(InputStream source, String mediaType, String name) {
        var request = HttpRequest.newBuilder(URI.create(address + "/tika"))
                .header("Accept", "text/xml")
                .header("X-Tika-PDFOcrStrategy", "no_ocr")
                .header("X-Tika-Skip-Embedded", "true")
                .header("X-Tika-Timeout-Millis", String.valueOf(task.toMillis()))
                .PUT(BodyPublishers.ofInputStream(() -> new Unclosed(source)));
        hint(request, mediaType, name);
        return request.build();
    }

    /**
     * Tika looks at the bytes, and is helped by an extension; the whole name may hold what a header may not. A media
     * type it takes as an order instead: a workbook with a password, of another format inside, would pass for broken.
     */
    private static void hint(HttpRequest.Builder request, String mediaType, String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.matches("[a-z0-9]{1,8}")) {
            request.header("Content-Disposition", "attachment; filename=document." + extension);
        } else if (mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
            request.header("Content-Type", mediaType);
        }
    }

    private RuntimeException cause(ExecutionException wrapped, Duration taken) {
        var failure = Objects.requireNonNullElse(wrapped.getCause(), wrapped);
        if (failure instanceof ExtractionFailed || failure instanceof ExtractorUnavailable) {
            return (RuntimeException) failure;
        }
        return taken.compareTo(task) >= 0
                ? new ExtractionFailed(Reason.TOO_SLOW)
                : new ExtractorUnavailable("the extractor does not answer: " + failure, failure);
    }

    private static void abandon(CompletableFuture<HttpResponse<InputStream>> response) {
        if (response.cancel(true) || response.isCompletedExceptionally()) {
            return;
        }
        try {
            response.join().body().close();
        } catch (IOException gone) {
            throw new ExtractorUnavailable("the extractor hung up", gone);
        }
    }

    @PreDestroy
    void stopReading() {
        threads.shutdownNow();
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
