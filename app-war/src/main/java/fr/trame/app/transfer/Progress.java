package fr.trame.app.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a transfer is, as one row tells it: parts in the store, and what came since the last whole one. */
final class Progress {

    private final long received;
    private final @Nullable String mediaType;
    private final @Nullable String multipart;
    private final List<String> parts;
    private final byte @Nullable [] digest;
    private final byte[] tail;

    /**
     * @param received bytes, those of the tail included
     * @param multipart the store's name for the upload in parts, null before the first
     * @param parts the store's name of each part, in order
     * @param digest the state of SHA-256 after the received bytes
     * @param tail fewer bytes than a part, or just one part
     */
    Progress(
            long received,
            @Nullable String mediaType,
            @Nullable String multipart,
            List<String> parts,
            byte @Nullable [] digest,
            byte[] tail) {
        this.received = received;
        this.mediaType = mediaType;
        this.multipart = multipart;
        this.parts = List.copyOf(parts);
        this.digest = digest;
        this.tail = tail;
    }

    static Progress of(Transfer transfer, byte[] tail) {
        return new Progress(
                transfer.received(),
                transfer.mediaType(),
                transfer.multipart(),
                transfer.parts(),
                transfer.digest(),
                tail);
    }

    /** @return the same, with an upload in parts begun for bytes that are not counted yet */
    Progress begun(String name, String type) {
        return new Progress(received, type, name, parts, digest, tail);
    }

    long received() {
        return received;
    }

    @Nullable
    String mediaType() {
        return mediaType;
    }

    @Nullable
    String multipart() {
        return multipart;
    }

    List<String> parts() {
        return parts;
    }

    byte @Nullable [] digest() {
        return digest;
    }

    byte[] tail() {
        return tail;
    }
}
