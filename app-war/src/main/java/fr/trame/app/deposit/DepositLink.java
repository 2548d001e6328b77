package fr.trame.app.deposit;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A link as its makers see it.
 *
 * @param label what it is for, which outsiders read
 * @param files that came by it so far, {@code bytes} of them together
 */
public record DepositLink(
        UUID id,
        String label,
        OffsetDateTime endsAt,
        boolean revoked,
        int maxFiles,
        long maxBytes,
        long files,
        long bytes,
        String createdBy) {

    /** @return whether files can come by it */
    public boolean isOpen() {
        return !revoked && endsAt.isAfter(OffsetDateTime.now(ZoneOffset.UTC)) && files < maxFiles && bytes < maxBytes;
    }

    /** @return bytes that may still come */
    public long left() {
        return Math.max(0, maxBytes - bytes);
    }
}
