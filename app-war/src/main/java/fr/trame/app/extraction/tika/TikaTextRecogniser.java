package fr.trame.app.extraction.tika;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.Reason;
import fr.trame.app.extraction.TextRecogniser;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Scans by a second Tika, which has Tesseract: a page of a PDF is recognised when its text layer is next to empty. It is
 * another process than the one for text, so that its seconds a page hold nobody up and its end interrupts nobody.
 */
@ApplicationScoped
public class TikaTextRecogniser implements TextRecogniser {

    static final int MOST_RECOGNISED = 200;

    /** What stands between two pages of a picture that has several; the server takes these characters only. */
    private static final String SEPARATOR = "--trame-page--";

    private static final Duration TASK = Duration.ofMinutes(14);

    @Inject
    @ConfigProperty(name = "trame.recogniser.url")
    Optional<String> address;

    private @Nullable TikaServer server;

    /** Not with the object: the container's stand-ins for it would each start a thread. */
    @PostConstruct
    void open() {
        server = address.map(each -> new TikaServer(each)).orElse(null);
    }

    @Override
    public boolean isThere() {
        return server != null;
    }

    @Override
    public Recognised recognise(InputStream bytes, String mediaType, String name) {
        var tika = Objects.requireNonNull(server, "there is no recogniser");
        var text = new PageText(TikaTextExtractor.MOST_PAGES, TikaTextExtractor.MOST_CHARS, MOST_RECOGNISED);
        var request = HttpRequest.newBuilder()
                .header("X-Tika-OCRpageSeparator", SEPARATOR)
                .header("X-Tika-Skip-Embedded", "true");
        boolean cut;
        try {
            cut = tika.read(TikaTextExtractor.hinted(request, bytes, mediaType, name), request, TASK, text);
        } catch (ExtractionFailed failed) {
            if (failed.reason() != Reason.TOO_SLOW || text.isEmpty()) {
                throw failed;
            }
            cut = true;
        }
        var result = pages(text);
        return new Recognised(result, result.isEmpty() ? 0 : result.lastKey(), cut, tika.language(result.values()));
    }

    private static NavigableMap<Integer, String> pages(PageText text) {
        var all = text.pages();
        var recognised = new TreeMap<Integer, String>();
        for (int index = 0; index < all.size(); index++) {
            if (text.isRecognised(index)) {
                recognised.put(index + 1, all.get(index));
            }
        }
        return all.size() == 1 && recognised.size() == 1 ? parts(all.get(0)) : recognised;
    }

    private static NavigableMap<Integer, String> parts(String picture) {
        var parts = new TreeMap<Integer, String>();
        var texts = List.of(picture.split(java.util.regex.Pattern.quote(SEPARATOR), -1));
        for (int index = 0; index < texts.size(); index++) {
            // The separator ends a page: what follows the last is no page.
            if (index == 0 || index < texts.size() - 1 || !texts.get(index).isBlank()) {
                parts.put(index + 1, texts.get(index).strip());
            }
        }
        return parts;
    }

    @PreDestroy
    void stopReading() {
        if (server != null) {
            server.close();
        }
    }
}
