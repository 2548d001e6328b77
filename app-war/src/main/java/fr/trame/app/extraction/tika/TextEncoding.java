package fr.trame.app.extraction.tika;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a plain text in a language of western Europe, by its beginning: UTF-8 when it can be that, otherwise
 * one byte a letter. Which of the two in use shows in the bytes the older one has no letters for (windows-1252 puts
 * French quotes and apostrophes there) and in the places of € and œ.
 */
final class TextEncoding {

    /** How many bytes {@link #of} wants to see. */
    static final int HEAD = 1 << 16;

    private TextEncoding() {}

    /** @return the name, empty when a mark at the beginning tells it or when no letter does */
    static Optional<String> of(byte[] head) {
        if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.empty();
        }
        boolean plain = true;
        boolean upper = false;
        boolean euro = false;
        for (byte each : head) {
            int octet = each & 0xFF;
            plain &= octet < 0x80;
            upper |= octet >= 0x80 && octet < 0xA0;
            euro |= octet == 0xA4 || octet == 0xBC || octet == 0xBD;
        }
        if (plain) {
            return Optional.empty();
        }
        if (isUtf8(head)) {
            return Optional.of("utf-8");
        }
        return Optional.of(euro && !upper ? "iso-8859-15" : "windows-1252");
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int at = 0; at < mark.length; at++) {
            if (at >= head.length || (head[at] & 0xFF) != mark[at]) {
                return false;
            }
        }
        return true;
    }

    /** The last character may be cut. */
    private static boolean isUtf8(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        var result = StandardCharsets.UTF_8.newDecoder().decode(bytes, CharBuffer.allocate(head.length), false);
        return !result.isError();
    }
}
