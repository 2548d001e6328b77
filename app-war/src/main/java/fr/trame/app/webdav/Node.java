package fr.trame.app.webdav;

import fr.trame.app.dossier.DocumentSummary;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the drive stands for, as far as this person may know.
 *
 * @param name the last part of its address
 * @param workspace of a workspace, else null
 * @param place of what is in a dossier and of the dossier itself, else null
 * @param document of a file that has bytes, else null
 * @param created null where nobody knows
 */
public record Node(
        Kind kind,
        String name,
        @Nullable UUID workspace,
        @Nullable Spot place,
        @Nullable DocumentSummary document,
        @Nullable OffsetDateTime created) {

    /** What it is. */
    public enum Kind {
        ROOT,
        WORKSPACE,
        DOSSIER,
        FOLDER,
        FILE,
        /** A file whose bytes are announced. */
        BLANK,
        /** A name that is free, in a folder that is there. */
        FREE,
        /** Not even its folder is there. */
        NOWHERE
    }

    static Node of(Kind kind, Spot place) {
        return new Node(kind, place.name(), null, place, null, null);
    }

    static Node file(DocumentSummary document) {
        var place = new Spot(document.dossierId(), document.folder()).child(document.name());
        return new Node(Kind.FILE, document.name(), null, place, document, document.uploadedAt());
    }

    public boolean exists() {
        return kind != Kind.FREE && kind != Kind.NOWHERE;
    }

    public boolean isCollection() {
        return kind.compareTo(Kind.FOLDER) <= 0;
    }

    /** @return whether it stands inside of a dossier: the rest is made and removed in the product alone */
    public boolean isInside() {
        return place != null && kind != Kind.DOSSIER;
    }

    /** @throws IllegalStateException outside of a dossier */
    public Spot spot() {
        if (place == null) {
            throw new IllegalStateException(kind + " stands in no dossier");
        }
        return place;
    }

    /** @throws IllegalStateException when it has no bytes */
    public DocumentSummary file() {
        if (document == null) {
            throw new IllegalStateException(kind + " has no bytes");
        }
        return document;
    }

    /** @return what says whether the bytes are still the same, "" without bytes: those of a version never change */
    public String etag() {
        return document == null ? "" : "\"" + document.id() + "-" + document.version() + "\"";
    }
}
