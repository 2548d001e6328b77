package fr.trame.app.dossier;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a document was, or is.
 *
 * @param number 1 and up
 * @param createdBy display name
 * @param reason why it was made, "" when nobody said
 * @param label a name people gave it, such as the version the committee saw, or null
 * @param restoredFrom the number of the version it brought back, or null
 * @param current whether it is what the document is now
 */
public record DocumentVersion(
        int number,
        String mediaType,
        long size,
        String sha256,
        String createdBy,
        OffsetDateTime createdAt,
        String reason,
        @Nullable String label,
        @Nullable Integer restoredFrom,
        boolean current) {}
