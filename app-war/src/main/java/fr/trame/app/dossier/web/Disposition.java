package fr.trame.app.dossier.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Says under which name a file is saved (RFC 6266), and whether a browser may show it instead. */
final class Disposition {

    /** What a browser shows without running anything the file brings. */
    private static final Set<String> SHOWN = Set.of("application/pdf");

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    static boolean shown(String mediaType) {
        return SHOWN.contains(mediaType);
    }

    /** @return the header, with the name for old browsers and the name as it is */
    static String of(boolean inline, String name) {
        return "%s; filename=\"%s\"; filename*=UTF-8''%s"
                .formatted(inline ? "inline" : "attachment", ascii(name), encoded(name));
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]", "_")
                .replaceAll("[\"\\\\%]", "_");
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (var octet : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xff);
            if (letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0)) {
                encoded.append(letter);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) letter));
            }
        }
        return encoded.toString();
    }
}
