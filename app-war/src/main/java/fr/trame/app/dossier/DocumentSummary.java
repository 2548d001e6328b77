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
 * @param unscanned whether it can be opened though no antivirus looked at it
 * @param thumbnail whether there is a small picture of its first page
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
        @Nullable LocalDate validUntil,
        Recognition recognition,
        boolean unscanned,
        boolean thumbnail) {

    /** @return whether another try to read it may find more */
    public boolean canBeTriedAgain() {
        return state == DocumentState.FAILED
                || (state == DocumentState.QUARANTINED && Quarantine.UNSCANNED.equals(failure))
                || recognition.canBeTriedAgain();
    }

    /** @return whether something is to be told of its scanned pages */
    public boolean tellsOfScans() {
        return recognition != Recognition.NONE && recognition != Recognition.DONE;
    }

    /** @return the extension in lower case, "" without one */
    public String type() {
        return FileName.extension(name);
    }
}
