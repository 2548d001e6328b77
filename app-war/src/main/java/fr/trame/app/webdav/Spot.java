package fr.trame.app.webdav;

import java.util.UUID;

/**
 * A place in a dossier, whether or not there is something.
 *
 * @param path names joined by a stroke, "" for the dossier itself
 */
public record Spot(UUID dossier, String path) {

    /** @return the path of the folder it stands in */
    public String folder() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    /** @return the last of its names */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** @return a place inside of this one */
    public Spot child(String name) {
        return new Spot(dossier, path.isEmpty() ? name : path + "/" + name);
    }

    /** @return whether this is that place or one inside of it */
    public boolean isWithin(Spot other) {
        return dossier.equals(other.dossier)
                && (path.equals(other.path) || other.path.isEmpty() || path.startsWith(other.path + "/"));
    }
}
