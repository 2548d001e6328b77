package fr.trame.app.webdav;

import java.time.OffsetDateTime;

/**
 * A name in a dossier that holds nothing yet.
 *
 * @param path as {@link Spot} writes it
 * @param folder whether it is that of a folder
 */
public record EmptyName(String path, boolean folder, OffsetDateTime created) {

    /** @return whether it is that place or stands inside of it */
    boolean isWithin(String other) {
        return path.equals(other) || path.startsWith(other + "/");
    }
}
