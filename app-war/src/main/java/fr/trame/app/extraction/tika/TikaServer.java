package fr.trame.app.extraction.tika;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.ExtractorDied;
import fr.trame.app.extraction.TextExtractor.ExtractorUnavailable;
import fr.trame.app.extraction.TextExtractor.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One of Tika's servers. The document goes out and the answer is read as it comes. Tika kills its worker when one
 * document takes too long or too much memory; the connection then drops and later calls are refused for some seconds.
 * How long it took before the drop tells a document that is too slow from one that took the worker down at once.
 */
final class TikaServer implements AutoCloseable {

    private static final int LANGUAGE_CHARS = 20_000;
    private static final int ENOUGH_CHARS = 40;
    private static final long MOMENT_SECONDS = 5;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String address;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "extractor");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(threads)
            .build();

    TikaServer(String address) {
        this.address = address;
    }

    /**
     * Reads a document.
     *
     * @param task how long Tika itself may work; the caller waits a little longer, so that Tika gives up first
     * @param text gathers what comes; good also after a failure
     * @return whether a limit of {@code text} ended the reading
     */
    boolean read(InputStream bytes, HttpRequest.Builder options, Duration task, PageText text) {
        var source = new PushbackInputStream(bytes);
        requireContent(source);
        long start = System.nanoTime();
        var request = options.uri(URI.create(address + "/tika"))
                .header("Accept", "text/xml")
                .header("X-Tika-Timeout-Millis", String.valueOf(task.toMillis()))
                .PUT(BodyPublishers.ofInputStream(() -> new Unclosed(source)))
                .build();
        var response = http.sendAsync(request, BodyHandlers.ofInputStream());
        // On a thread of ours: the caller waits no longer than the whole call may take.
        var answer = response.thenApplyAsync(each -> TikaAnswer.read(each, text), threads);
        try {
            return answer.get(task.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            abandon(response, answer);
            throw isThere()
                    ? new ExtractionFailed(Reason.TOO_SLOW)
                    : new ExtractorUnavailable("nobody answers any more", late);
        } catch (InterruptedException stopped) {
            abandon(response, answer);
            Thread.currentThread().interrupt();
            throw new ExtractorUnavailable("interrupted while waiting for the extractor", stopped);
        } catch (ExecutionException failure) {
            throw cause(failure, Duration.ofNanos(System.nanoTime() - start).compareTo(task) >= 0);
        }
    }

    /** @return the language of a text, ISO 639-1, "" when there is too little of it or nobody can tell */
    String language(Collection<String> pages) {
        var sample = sample(pages);
        if (sample.length() < ENOUGH_CHARS) {
            return "";
        }
        var request = HttpRequest.newBuilder(URI.create(address + "/language/string"))
                .timeout(Duration.ofSeconds(MOMENT_SECONDS))
                .PUT(BodyPublishers.ofString(sample))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var code = answer.body().strip().toLowerCase(Locale.ROOT);
            return answer.statusCode() == 200 && code.matches("[a-z]{2}(-.*)?") ? code.substring(0, 2) : "";
        } catch (IOException untold) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** @return whether somebody answers: else it is not the document that is too slow */
    private boolean isThere() {
        var request =
                HttpRequest.newBuilder(URI.create(address + "/version")).GET().build();
        var version = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return version.get(MOMENT_SECONDS, TimeUnit.SECONDS).statusCode() == 200;
        } catch (ExecutionException | TimeoutException silence) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            version.cancel(true);
        }
    }

    private static String sample(Collection<String> pages) {
        var sample = new StringBuilder();
        for (var page : pages) {
            sample.append(page, 0, Math.min(page.length(), LANGUAGE_CHARS - sample.length()));
            if (sample.length() >= LANGUAGE_CHARS - 1) {
                break;
            }
            sample.append('\n');
        }
        return sample.toString();
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

    private static RuntimeException cause(ExecutionException wrapped, boolean late) {
        var failure = Objects.requireNonNullElse(wrapped.getCause(), wrapped);
        if (failure instanceof ExtractionFailed || failure instanceof ExtractorUnavailable) {
            return (RuntimeException) failure;
        }
        if (late) {
            return new ExtractionFailed(Reason.TOO_SLOW);
        }
        return failure instanceof ConnectException || failure instanceof HttpTimeoutException
                ? new ExtractorUnavailable("the extractor does not answer: " + failure, failure)
                : new ExtractorDied(failure);
    }

    /** Hangs up, and sees to it that nobody writes to the text any more. */
    private static void abandon(CompletableFuture<HttpResponse<InputStream>> response, CompletableFuture<?> answer) {
        if (!response.cancel(true) && !response.isCompletedExceptionally()) {
            try {
                response.join().body().close();
                answer.get(MOMENT_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | ExecutionException | TimeoutException gone) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
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
