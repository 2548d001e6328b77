package fr.trame.app.coedit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads and writes numbers, bytes and texts the way browsers send them: seven bits a byte, lengths first. */
final class Wire {

    private static final int MORE = 0x80;
    private static final int BITS = 0x7f;

    /** Numbers of browsers are exact up to 53 bits. */
    private static final int LAST_SHIFT = 49;

    private static final long GREATEST = (1L << 53) - 1;

    private Wire() {}

    /** What came is not of this protocol. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String what) {
            super(what);
        }
    }

    /** Takes a message apart; nothing is reserved before it is known to be there. */
    static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] message) {
            bytes = ByteBuffer.wrap(message);
        }

        long number() throws Malformed {
            var value = 0L;
            for (var shift = 0; shift <= LAST_SHIFT; shift += 7) {
                if (!bytes.hasRemaining()) {
                    throw new Malformed("the message ends within a number");
                }
                var next = bytes.get();
                value |= (long) (next & BITS) << shift;
                if ((next & MORE) == 0) {
                    if (value > GREATEST) {
                        break;
                    }
                    return value;
                }
            }
            throw new Malformed("a number of more than 53 bits");
        }

        byte[] block() throws Malformed {
            var length = number();
            if (length > bytes.remaining()) {
                throw new Malformed("a block is longer than its message");
            }
            var block = new byte[(int) length];
            bytes.get(block);
            return block;
        }

        String text() throws Malformed {
            return new String(block(), StandardCharsets.UTF_8);
        }

        boolean ended() {
            return !bytes.hasRemaining();
        }
    }

    /** Puts a message together. */
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer number(long value) {
            var rest = value;
            while (rest > BITS) {
                bytes.write((int) (rest & BITS) | MORE);
                rest >>>= 7;
            }
            bytes.write((int) rest);
            return this;
        }

        Writer octet(int value) {
            bytes.write(value);
            return this;
        }

        Writer bytes(byte[] raw) {
            bytes.writeBytes(raw);
            return this;
        }

        Writer block(byte[] block) {
            number(block.length);
            bytes.writeBytes(block);
            return this;
        }

        Writer text(String text) {
            return block(text.getBytes(StandardCharsets.UTF_8));
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }
    }
}
