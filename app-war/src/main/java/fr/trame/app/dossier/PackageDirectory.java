package fr.trame.app.dossier;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A ZIP archive as it passes: counts its bytes and keeps the last of them, where its directory is. Only the directory
 * says which entries are links to other files.
 */
final class PackageDirectory extends FilterInputStream {

    private static final int KEPT = 1 << 21;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LINK = 0xA;

    private final byte[] kept = new byte[KEPT];
    private long passed;

    PackageDirectory(InputStream archive) {
        super(archive);
    }

    /** @return how many bytes were read */
    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next >= 0) {
            kept[(int) (passed++ % KEPT)] = (byte) next;
        }
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        for (int at = Math.max(0, read - KEPT); at < read; at++) {
            kept[(int) ((passed + at) % KEPT)] = target[offset + at];
        }
        passed += Math.max(0, read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** @return whether an entry is a link; to be asked once all has passed */
    boolean hasLinks() {
        var tail = ByteBuffer.wrap(tail()).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = tail.limit() - END_LENGTH; end >= 0; end--) {
            if (tail.getInt(end) == END) {
                return hasLinks(tail, end - tail.getInt(end + 12), end);
            }
        }
        return false;
    }

    private static boolean hasLinks(ByteBuffer tail, int from, int end) {
        int at = Math.max(0, from);
        while (at + ENTRY_LENGTH <= end && tail.getInt(at) == ENTRY) {
            if (tail.getInt(at + 38) >>> 28 == LINK) {
                return true;
            }
            at += ENTRY_LENGTH
                    + Short.toUnsignedInt(tail.getShort(at + 28))
                    + Short.toUnsignedInt(tail.getShort(at + 30))
                    + Short.toUnsignedInt(tail.getShort(at + 32));
        }
        return false;
    }

    private byte[] tail() {
        if (passed <= KEPT) {
            return Arrays.copyOf(kept, (int) passed);
        }
        var tail = new byte[KEPT];
        int oldest = (int) (passed % KEPT);
        System.arraycopy(kept, oldest, tail, 0, KEPT - oldest);
        System.arraycopy(kept, 0, tail, KEPT - oldest, oldest);
        return tail;
    }
}
