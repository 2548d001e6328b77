package fr.trame.app.extraction.tika;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.Locale;

/** What Tika is told of a document before it looks at the bytes. */
final class TikaHint {

    private TikaHint() {}

    /**
     * Tika looks at the bytes, and is helped by an extension; the whole name may hold what a header may not. A media type
     * it takes as an order instead: a workbook with a password, of another format inside, would pass for broken. Plain
     * text is ordered all the same, with the encoding, which Tika guesses worse than one can who knows French.
     *
     * @return the same bytes, to be read instead
     */
    static InputStream give(HttpRequest.Builder request, InputStream bytes, String mediaType, String name)
            throws IOException {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (extension.matches("[a-z0-9]{1,8}")) {
            request.header("Content-Disposition", "attachment; filename=document." + extension);
        } else if (mediaType.matches("[\\w.+-]+/[\\w.+-]+")) {
            request.header("Content-Type", mediaType);
        }
        if (!mediaType.equals("text/plain") && !mediaType.equals("text/csv")) {
            return bytes;
        }
        var text = new BufferedInputStream(bytes, TextEncoding.HEAD);
        text.mark(TextEncoding.HEAD);
        var encoding = TextEncoding.of(text.readNBytes(TextEncoding.HEAD));
        text.reset();
        encoding.ifPresent(each -> request.header("Content-Type", "text/plain; charset=" + each));
        return text;
    }
}
