package fr.trame.app.ydoc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the format's numbers and strings. */
final class WireWriter {

    private byte[] bytes = new byte[256];
    private int size;

    void u8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void uint(long value) {
        room(10);
        var rest = value;
        while (rest > 0x7F) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void id(Id id) {
        uint(id.client());
        uint(id.clock());
    }

    void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void blob(byte[] value) {
        uint(value.length);
        raw(value);
    }

    /** Half a surrogate pair cannot be written; the replacement character stands for it, as in browsers. */
    void string(String text) {
        var whole = text;
        for (var at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                whole = wellFormed(text);
                break;
            }
        }
        blob(whole.getBytes(StandardCharsets.UTF_8));
    }

    private static String wellFormed(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(each ->
                        each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? Content.REPLACEMENT : each)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    byte[] done() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
