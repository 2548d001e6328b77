package fr.trame.app.extraction.tika;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.ExtractorUnavailable;
import fr.trame.app.extraction.TextExtractor.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * What Tika's server answered. A refusal is told from others by the name of the exception in its text, which the server
 * sends when it is configured with {@code returnStackTrace}; without it every refusal is {@code BROKEN}.
 */
final class TikaAnswer {

    private static final int REFUSAL_LENGTH = 16_384;
    private static final List<String> TOO_LARGE =
            List.of("zip bomb", "Zip bomb", "ZipBomb", "Tried to allocate an array of length", "MemoryLimitException");

    private TikaAnswer() {}

    /** @return whether a limit cut the text */
    static boolean read(HttpResponse<InputStream> response, PageText text) {
        try (var body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> text(body, text);
                case 204 -> throw new ExtractionFailed(Reason.UNSUPPORTED);
                case 413 -> throw new ExtractionFailed(Reason.TOO_LARGE);
                case 415 -> throw new ExtractionFailed(Reason.UNSUPPORTED);
                case 422 -> throw new ExtractionFailed(reason(refusal(body)));
                default ->
                    throw new ExtractorUnavailable(
                            "the extractor answered " + response.statusCode(), new IOException(refusal(body)));
            };
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    static Reason reason(String refusal) {
        if (refusal.contains("EncryptedDocumentException") || refusal.contains("InvalidPasswordException")) {
            return Reason.ENCRYPTED;
        }
        if (refusal.contains("ZeroByteFileException")) {
            return Reason.EMPTY;
        }
        if (refusal.contains("UnsupportedFormatException")) {
            return Reason.UNSUPPORTED;
        }
        return TOO_LARGE.stream().anyMatch(refusal::contains) ? Reason.TOO_LARGE : Reason.BROKEN;
    }

    private static String refusal(InputStream body) throws IOException {
        return new String(body.readNBytes(REFUSAL_LENGTH), StandardCharsets.UTF_8);
    }

    private static boolean text(InputStream body, PageText text) throws IOException {
        boolean truncated = parse(body, text);
        if (!text.understood() && text.isEmpty()) {
            throw new ExtractionFailed(Reason.UNSUPPORTED);
        }
        return truncated;
    }

    /** @return whether a limit cut the text */
    static boolean parse(InputStream body, PageText text) throws IOException {
        try {
            var reader = reader();
            reader.setContentHandler(text);
            reader.setErrorHandler(text);
            reader.parse(new InputSource(new NulReferenceFilter(body)));
            return false;
        } catch (PageText.Enough enough) {
            return true;
        } catch (SAXException cut) {
            // The server had begun to answer when the document failed: its answer stops in the middle.
            throw new ExtractionFailed(Reason.BROKEN);
        }
    }

    /** No document type, hence no entities of anybody's making. */
    private static XMLReader reader() throws SAXException {
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
