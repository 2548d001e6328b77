package fr.trame.app.coedit;

import java.util.UUID;

/**
 * Changes of a fiche were committed, on whichever node.
 *
 * @param tenant or null, when some may have been missed and every open document has to look
 */
public record Announced(@org.jspecify.annotations.Nullable UUID tenant, UUID fiche) {

    /** Notices may have been missed. */
    public static Announced all() {
        return new Announced(null, new UUID(0, 0));
    }
}
