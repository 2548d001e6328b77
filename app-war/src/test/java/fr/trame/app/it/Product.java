package fr.trame.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The whole product as the build starts it, reached at the doors its users have. */
final class Product {

    /** A region of the demonstration. */
    static final String ARA = "auvergne-rhone-alpes";

    /** Another one, whose people have nothing to see in the first. */
    static final String HDF = "hauts-de-france";

    /** Long enough for a busy machine; a test that needs it all has failed. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 250;

    static {
        // Less than the server's: a request on a connection that is just being closed would fail for nobody's fault.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    static {
        System.out.println(Components.line());
    }

    private Product() {}

    static String url(String path) {
        return variable("TRAME_PUBLIC_URL") + path;
    }

    static String issuer() {
        return variable("TRAME_OIDC_ISSUER");
    }

    /** @throws IllegalStateException when the build did not say where the product is */
    static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank() && !value.startsWith("${"))
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not set: these tests need the running product, see `mvn verify`"));
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** @return whether the application says that it can serve */
    static boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(URI.create(url("/health/ready"))))
                            .status()
                    == 200;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    static void waitUntil(String what, BooleanSupplier condition) {
        waitFor(what, PATIENCE, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Looks again and again until there is something. */
    static <T> T waitFor(String what, Duration patience, Supplier<Optional<T>> look) {
        var end = Instant.now().plus(patience);
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
