package fr.trame.app.storage.minio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and digests what passes, and fails at its end when the size is not the announced one: the upload then fails
 * before anything is kept.
 */
final class MeasuredStream extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private final long announced;
    private long size;

    /** @param announced how many bytes will come, or -1 when unknown */
    MeasuredStream(InputStream source, long announced) {
        super(source);
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count = super.read(target, offset, length);
            if (count > 0) {
                size += count;
                digest.update(target, offset, count);
            }
            check(count < 0);
            return count;
        } catch (IOException broken) {
            throw new Unread(broken);
        }
    }

    private void check(boolean ended) throws IOException {
        if (announced >= 0 && (size > announced || (ended && size < announced))) {
            throw new IOException(
                    announced + " bytes were announced, " + (ended ? "only " : "more than ") + size + " came");
        }
    }

    /** What was to be stored cannot be read: not the store's doing. */
    static final class Unread extends IOException {
        private static final long serialVersionUID = 1L;

        Unread(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** The caller of the store keeps its stream. */
    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false;
    }

    long size() {
        return size;
    }

    /** Once, at the end. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
