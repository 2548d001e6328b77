package fr.trame.app.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two things that should agree and do not.
 *
 * @param subject the fiche, dossier or document it is about, or null when it belongs to none
 * @param name what a person knows it by, as it was when it was found
 * @param repaired whether the product sets it right by itself; what it cannot is for a person to read and decide
 */
public record Finding(Kind kind, @Nullable UUID subject, String name, boolean repaired) {

    /** What does not agree. */
    public enum Kind {
        /** A row promises bytes that the store does not have. Nothing is removed: a restored backup may bring them. */
        OBJECT_MISSING,
        /** The store has bytes for a week that no row knows. They are removed. */
        OBJECT_UNKNOWN,
        OBJECT_RESIZED,
        OBJECT_CORRUPT,
        /** A document waits to be read, and no work was left to do so. */
        NOT_EXTRACTED,
        /** A document was read and waits to be indexed, and no work was left to do so. */
        NOT_INDEXED,
        ENTRY_MISSING,
        ENTRY_OLD,
        /** The index is newer than the database, as after the restore of a backup: the index must be rebuilt. */
        ENTRY_AHEAD,
        ENTRY_UNKNOWN
    }
}
