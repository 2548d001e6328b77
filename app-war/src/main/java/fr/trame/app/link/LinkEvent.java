package fr.trame.app.link;

import fr.trame.app.DomainEvent;
import java.util.UUID;

/** A document and a fiche action were brought together, or parted. */
record LinkEvent(String operation, UUID subject) implements DomainEvent {

    static LinkEvent linked(UUID document) {
        return new LinkEvent("DOCUMENT_LINKED", document);
    }

    static LinkEvent unlinked(UUID document) {
        return new LinkEvent("DOCUMENT_UNLINKED", document);
    }
}
