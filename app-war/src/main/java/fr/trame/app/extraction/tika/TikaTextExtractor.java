package fr.trame.app.extraction.tika;

import fr.trame.app.extraction.TextExtractor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Text by a Tika that is quick: pictures are not read. */
@ApplicationScoped
public class TikaTextExtractor implements TextExtractor {

    static final int MOST_PAGES = 5_000;
    static final long MOST_CHARS = 20_000_000;

    /** Enough for thousands of pages; what takes longer at this size was made to. */
    private static final Duration TASK = Duration.ofSeconds(28);

    private static final Duration LONGEST_TASK = Duration.ofMinutes(3);
    private static final long BYTES_A_SECOND = 1 << 19;

    @Inject
    @ConfigProperty(name = "trame.extractor.url")
    String address;

    private @Nullable TikaServer server;

    /** Not with the object: the container's stand-ins for it would each start a thread. */
    @PostConstruct
    void open() {
        server = new TikaServer(address);
    }

    @Override
    public Extracted extract(InputStream bytes, long size, String mediaType, String name) {
        var tika = Objects.requireNonNull(server, "not opened");
        var text = new PageText(MOST_PAGES, MOST_CHARS);
        var request = HttpRequest.newBuilder()
                .header("X-Tika-PDFOcrStrategy", "no_ocr")
                .header("X-Tika-OCRskipOcr", "true")
                .header("X-Tika-Skip-Embedded", "true");
        boolean truncated = tika.read(hinted(request, bytes, mediaType, name), request, task(size), text);
        var pages = text.pages();
        var language = tika.language(pages);
        return new Extracted(pages, truncated, about(text, language));
    }

    private static Duration task(long size) {
        var task = TASK.plusSeconds(size / BYTES_A_SECOND);
        return task.compareTo(LONGEST_TASK) < 0 ? task : LONGEST_TASK;
    }

    static InputStream hinted(HttpRequest.Builder request, InputStream bytes, String mediaType, String name) {
        try {
            return TikaHint.give(request, bytes, mediaType, name);
        } catch (IOException unread) {
            throw new ExtractorUnavailable("cannot read what is to be extracted", unread);
        }
    }

    static About about(PageText text, String language) {
        return new About(language, text.told("dc:title"), text.told("dc:creator"), time(text.told("dcterms:created")));
    }

    /** Some write no zone, and some no time that is one. */
    private static @Nullable OffsetDateTime time(String told) {
        try {
            return told.endsWith("Z")
                    ? OffsetDateTime.parse(told)
                    : LocalDateTime.parse(told).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    @PreDestroy
    void stopReading() {
        if (server != null) {
            server.close();
        }
    }
}
