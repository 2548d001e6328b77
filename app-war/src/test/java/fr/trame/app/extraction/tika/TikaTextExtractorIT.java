package fr.trame.app.extraction.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.extraction.TextExtractor.Extracted;
import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.ExtractorUnavailable;
import fr.trame.app.extraction.TextExtractor.Reason;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a Tika server that runs: {@code TRAME_EXTRACTOR_URL} says where. */
class TikaTextExtractorIT {

    private final TikaTextExtractor extractor = new TikaTextExtractor();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    void connect() {
        extractor.address = System.getenv().getOrDefault("TRAME_EXTRACTOR_URL", "http://127.0.0.1:19998");
        extractor.open();
    }

    @AfterEach
    void close() {
        extractor.stopReading();
    }

    @Test
    void plainTextIsOnePage() {
        var text = "L’écosystème de l’industrie & <b>ses</b> métiers";
        var extracted = extract(text.getBytes(StandardCharsets.UTF_8), "note.txt");
        assertEquals(List.of(text), extracted.pages());
        assertFalse(extracted.truncated());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "ISO-8859-15"})
    void aTextIsReadInTheEncodingItIsIn(String encoding) {
        var text = "À côté de l'œuvre, un écosystème à 12 € pour la région Île-de-France et ses intercommunalités.";
        var bytes = text.getBytes(Charset.forName(encoding));
        var extracted = extractor.extract(new ByteArrayInputStream(bytes), bytes.length, "text/plain", "n.txt");
        assertEquals(List.of(text), extracted.pages());
        assertEquals("fr", extracted.about().language());
    }

    @Test
    void aMessageIsReadWithItsSubjectAndItsAuthor() {
        var message =
                """
                From: =?utf-8?q?Andr=C3=A9?= <a@example.org>
                To: b@example.org
                Subject: =?utf-8?q?R=C3=A9union?=
                Date: Mon, 3 Aug 2026 10:00:00 +0200
                Content-Type: text/plain; charset=utf-8

                La réunion est reportée.
                """;
        var extracted = extract(message.getBytes(StandardCharsets.UTF_8), "m.eml");
        assertEquals(List.of("La réunion est reportée."), extracted.pages());
        assertEquals("Réunion", extracted.about().title());
        assertTrue(extracted.about().author().startsWith("André"), extracted::toString);
        assertEquals(
                OffsetDateTime.parse("2026-08-03T08:00:00Z"), extracted.about().written());
    }

    @Test
    void thePartsOfAPageThatRunAreNoText() {
        var page = "<html><head><title>Titre</title><script>var a='caché'</script></head><body><p>Vu</p></body></html>";
        assertEquals(
                List.of("Vu"),
                extract(page.getBytes(StandardCharsets.UTF_8), "p.html").pages());
    }

    @Test
    void aTextThatIsTooLongIsCut() {
        var long25 = "mot ".repeat(6_250_000).getBytes(StandardCharsets.UTF_8);
        var extracted = extract(long25, "long.txt");
        assertTrue(extracted.truncated());
        var length = extracted.pages().get(0).length();
        assertTrue(length <= TikaTextExtractor.MOST_CHARS, () -> length + " characters");
        assertTrue(length > TikaTextExtractor.MOST_CHARS - 10, () -> length + " characters");
    }

    @Test
    void whatCannotBeReadIsToldApart() {
        assertEquals(Reason.EMPTY, failure(new byte[0], "vide.pdf"));
        assertEquals(Reason.BROKEN, failure(noise(), "bruit.pdf"));
        assertEquals(Reason.UNSUPPORTED, failure(noise(), "bruit"));
        assertEquals(Reason.BROKEN, failure(late(), "fin.xml"));
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment") // the test stands in for the container
    void anExtractorThatIsDownIsWorthAnotherTry() {
        extractor.stopReading();
        extractor.address = "http://127.0.0.1:9";
        extractor.open();
        assertThrows(ExtractorUnavailable.class, () -> extract(new byte[] {1}, "a.txt"));
    }

    private Reason failure(byte[] bytes, String name) {
        return assertThrows(ExtractionFailed.class, () -> extract(bytes, name)).reason();
    }

    private Extracted extract(byte[] bytes, String name) {
        return extractor.extract(new ByteArrayInputStream(bytes), bytes.length, "application/octet-stream", name);
    }

    private static byte[] noise() {
        var bytes = new byte[20_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** Well-formed for long enough that the answer has begun when the fault comes. */
    private static byte[] late() {
        return ("<?xml version=\"1.0\"?><r>" + "<p>bonjour tout le monde</p>".repeat(30_000) + "<bad")
                .getBytes(StandardCharsets.UTF_8);
    }
}
