package fr.trame.app.dossier;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as lists show it.
 *
 * @param failure why it could not be read, one of the extraction's reasons or {@code GAVE_UP}, or null
 * @param uploadedBy display name
 * @param version which of its versions it is, 1 and up
 * @param folder where in its dossier, "" for no folder
 * @param kind code of the kind of piece, or null
 */
public record DocumentSummary(
        UUID id,
        UUID dossierId,
        String name,
        String mediaType,
        long size,
        DocumentState state,
        @Nullable String failure,
        int pages,
        String uploadedBy,
        OffsetDateTime uploadedAt,
        int version,
        String folder,
        @Nullable String kind,
        @Nullable LocalDate validUntil) {

    /** @return the extension in lower case, "" without one */
    public String type() {
        return FileName.extension(name);
    }
}
