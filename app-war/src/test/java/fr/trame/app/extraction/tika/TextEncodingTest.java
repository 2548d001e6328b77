package fr.trame.app.extraction.tika;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextEncodingTest {

    @Test
    void eachEncodingInUseIsTold() {
        var text = "L’été à côté, 12 € l'œuvre";
        assertEquals(Optional.of("utf-8"), TextEncoding.of(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.of("windows-1252"), TextEncoding.of(bytes(text, "windows-1252")));
        assertEquals(Optional.of("windows-1252"), TextEncoding.of(bytes("Été à côté", "ISO-8859-1")));
        assertEquals(Optional.of("iso-8859-15"), TextEncoding.of(bytes("12 € l'œuvre d'été", "ISO-8859-15")));
    }

    @Test
    void whatTheBytesSayThemselvesIsLeftToThem() {
        assertEquals(Optional.empty(), TextEncoding.of(bytes("L’été", "UTF-16")));
        assertEquals(Optional.empty(), TextEncoding.of(bytes("\ufeffL’été", "UTF-8")));
        assertEquals(Optional.empty(), TextEncoding.of(bytes("plain", "US-ASCII")));
        assertEquals(Optional.empty(), TextEncoding.of(new byte[0]));
    }

    @Test
    void aLetterCutAtTheEndIsNoOtherEncoding() {
        var whole = bytes("côté", "UTF-8");
        assertEquals(Optional.of("utf-8"), TextEncoding.of(Arrays.copyOf(whole, whole.length - 1)));
    }

    private static byte[] bytes(String text, String encoding) {
        return text.getBytes(Charset.forName(encoding));
    }
}
