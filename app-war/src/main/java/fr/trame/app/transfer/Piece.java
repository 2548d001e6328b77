package fr.trame.app.transfer;

import fr.trame.app.dossier.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request brings: fills a part at a time and knows how far the transfer is after each byte. */
final class Piece {

    /** What the store takes at a time, five mebibytes being the least that S3 allows but for the last. */
    static final int PART = 8 * 1024 * 1024;

    private static final long RENEW_NANOS = 10_000_000_000L;

    private final Transfer transfer;
    private final List<String> parts;
    private final Digest digest;
    private byte[] buffer;
    private int filled;
    private long received;
    private @Nullable String multipart;
    private @Nullable String mediaType;
    private long renewed = System.nanoTime();

    Piece(Transfer transfer, Progress from) {
        this.transfer = transfer;
        this.parts = new ArrayList<>(from.parts());
        this.digest = Digest.resume(from.digest());
        this.filled = from.tail().length;
        // A small file shall not cost a whole part of memory.
        var rest = transfer.size() - from.received();
        this.buffer = Arrays.copyOf(from.tail(), (int) Math.min(PART, filled + rest));
        this.received = from.received();
        this.multipart = from.multipart();
        this.mediaType = from.mediaType();
    }

    /** @return whether more bytes belong to the file */
    boolean wants() {
        return received < transfer.size();
    }

    boolean isFull() {
        return filled == PART;
    }

    /** @return false at the end of what this request brings */
    boolean read(InputStream bytes) throws IOException {
        var most = (int) Math.min(buffer.length - filled, transfer.size() - received);
        var count = bytes.read(buffer, filled, most);
        if (count < 0) {
            return false;
        }
        digest.update(buffer, filled, count);
        filled += count;
        received += count;
        return true;
    }

    /**
     * Looks at the first bytes once enough of them are here.
     *
     * @return the type, a guess before that
     * @throws fr.trame.app.BusinessException UNSUPPORTED_TYPE when it is not taken
     */
    String checkType() {
        if (mediaType == null && parts.isEmpty() && (filled >= FileType.HEAD || received == transfer.size())) {
            mediaType = FileType.check(transfer.name(), Arrays.copyOf(buffer, Math.min(filled, FileType.HEAD)));
        }
        return mediaType == null ? "application/octet-stream" : mediaType;
    }

    /** @return whether the claim should be renewed; asking says it will be */
    boolean isDue() {
        var now = System.nanoTime();
        var due = now - renewed > RENEW_NANOS;
        if (due) {
            renewed = now;
        }
        return due;
    }

    @Nullable
    String multipart() {
        return multipart;
    }

    void begun(String name) {
        multipart = name;
    }

    /** @return the number of the part that is being filled, 1 and up */
    int number() {
        return parts.size() + 1;
    }

    byte[] bytes() {
        return filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled);
    }

    /** The part is in the store. */
    void sent(String part) {
        parts.add(part);
        filled = 0;
        var rest = transfer.size() - received;
        if (rest < buffer.length) {
            buffer = new byte[(int) rest];
        }
    }

    Progress progress() {
        return new Progress(
                received, mediaType, multipart, List.copyOf(parts), digest.state(), Arrays.copyOf(buffer, filled));
    }
}
