package fr.trame.app.dossier;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;

/** Something happened to a dossier or one of its documents. */
public record DossierEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    static DossierEvent created(Dossier dossier) {
        return new DossierEvent("DOSSIER_CREATED", dossier.id(), index("dossier", dossier.id(), dossier.version()));
    }

    /** The text comes next; the name can be found at once. */
    static DossierEvent received(Document document) {
        var version = document.version();
        return new DossierEvent(
                "DOCUMENT_RECEIVED",
                document.id(),
                List.of(
                        new FollowUp("EXTRACT", "document", document.id(), version),
                        new FollowUp("INDEX", "document", document.id(), version)));
    }

    static DossierEvent triedAgain(Document document) {
        return new DossierEvent(
                "DOCUMENT_TRIED_AGAIN",
                document.id(),
                List.of(new FollowUp("EXTRACT", "document", document.id(), document.version())));
    }

    static DossierEvent extracted(Document document) {
        return new DossierEvent(
                "DOCUMENT_EXTRACTED", document.id(), index("document", document.id(), document.version()));
    }

    static DossierEvent failed(Document document) {
        return new DossierEvent("DOCUMENT_FAILED", document.id(), List.of());
    }

    private static List<FollowUp> index(String aggregate, UUID id, int version) {
        return List.of(new FollowUp("INDEX", aggregate, id, version));
    }
}
