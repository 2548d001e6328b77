package fr.trame.app.ydoc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Reads the format's numbers and strings; whatever the bytes are, it ends with a value or a refusal. */
final class WireReader {

    private static final long GREATEST_EXACT = (1L << 53) - 1;

    private final byte[] bytes;
    private final YLimits limits;
    private int at;

    WireReader(byte[] bytes, YLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    YLimits limits() {
        return limits;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    int position() {
        return at;
    }

    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, at);
    }

    int u8() throws MalformedUpdateException {
        if (at >= bytes.length) {
            throw unreadable("ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    long uint() throws MalformedUpdateException {
        return digits(0, 0);
    }

    /** A whole number with a sign; minus zero is the format's own and is a zero here. */
    long sint() throws MalformedUpdateException {
        var head = u8();
        var number = (head & 0x80) == 0 ? head & 0x3FL : digits(head & 0x3FL, 6);
        return (head & 0x40) == 0 ? number : -number;
    }

    private long digits(long low, int lowBits) throws MalformedUpdateException {
        var number = low;
        for (var shift = lowBits; shift < 56; shift += 7) {
            var next = u8();
            number |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                if (number > GREATEST_EXACT) {
                    break;
                }
                return number;
            }
        }
        throw unreadable("has a number that is too great");
    }

    /** A number of units, or of things that follow. */
    int count() throws MalformedUpdateException {
        var number = uint();
        if (number > Integer.MAX_VALUE) {
            throw new MalformedUpdateException(Reason.IMPOSSIBLE, "The update counts to " + number);
        }
        return (int) number;
    }

    /** A length that is not zero, and that does not take the clock beyond what can be counted. */
    int lengthFrom(int clock) throws MalformedUpdateException {
        var length = count();
        checkLength(clock, length);
        return length;
    }

    static void checkLength(int clock, int length) throws MalformedUpdateException {
        if (length == 0 || length > Integer.MAX_VALUE - clock) {
            throw new MalformedUpdateException(Reason.IMPOSSIBLE, "The update has a run of " + length + " at " + clock);
        }
    }

    /** The id of something that must have been there when the given unit was written. */
    Id idBefore(long client, int clock) throws MalformedUpdateException {
        var id = new Id(uint(), count());
        if (id.client() == client && id.clock() >= clock) {
            throw new MalformedUpdateException(Reason.IMPOSSIBLE, "The update builds on what comes after it");
        }
        return id;
    }

    byte[] blob() throws MalformedUpdateException {
        var start = at;
        var length = uint();
        if (length > bytes.length - at) {
            at = start;
            throw unreadable("ends too early");
        }
        at += (int) length;
        return Arrays.copyOfRange(bytes, at - (int) length, at);
    }

    String string() throws MalformedUpdateException {
        var utf8 = blob();
        for (var each : utf8) {
            if (each < 0) {
                return strict(utf8);
            }
        }
        return new String(utf8, ISO_8859_1);
    }

    private String strict(byte[] utf8) throws MalformedUpdateException {
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw unreadable("has a text that is not UTF-8");
        }
    }

    String name() throws MalformedUpdateException {
        var name = string();
        if (name.length() > limits.nameLength()) {
            throw new MalformedUpdateException(
                    Reason.NAME_TOO_LONG, "The update has a name of " + name.length() + " characters");
        }
        return name;
    }

    MalformedUpdateException unreadable(String what) {
        return new MalformedUpdateException(Reason.UNREADABLE, "The update " + what + ", near byte " + at);
    }
}
