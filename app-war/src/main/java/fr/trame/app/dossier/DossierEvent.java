package fr.trame.app.dossier;

import fr.trame.app.DomainEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Something happened to a dossier or one of its documents. */
public record DossierEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    /** Most texts are read in less time: then name and text come into the index together. */
    private static final Duration NAME_ALONE = Duration.ofSeconds(1);

    static DossierEvent created(Dossier dossier) {
        return new DossierEvent("DOSSIER_CREATED", dossier.id(), index("dossier", dossier.id(), dossier.version()));
    }

    /** The text comes next; the name can be found at once. Nobody can have found it before. */
    static DossierEvent received(Document document) {
        var read = toRead("DOCUMENT_RECEIVED", document);
        return document.state().isHeld()
                ? new DossierEvent(
                        read.operation,
                        read.subject,
                        read.followUps.stream()
                                .filter(follow -> follow.type().equals("SCAN"))
                                .toList())
                : read;
    }

    static DossierEvent versionAdded(Document document) {
        return toRead("DOCUMENT_VERSION_ADDED", document);
    }

    static DossierEvent versionRestored(Document document) {
        return toRead("DOCUMENT_VERSION_RESTORED", document);
    }

    static DossierEvent versionLabelled(UUID document) {
        return new DossierEvent("DOCUMENT_VERSION_LABELLED", document, List.of());
    }

    static DossierEvent takenAlong(UUID dossier) {
        return new DossierEvent("DOSSIER_TAKEN_ALONG", dossier, List.of());
    }

    static DossierEvent deleted(Document document) {
        return new DossierEvent(
                "DOCUMENT_DELETED", document.id(), index("document", document.id(), document.version()));
    }

    /** Its text may still have been on its way when it was thrown away. */
    static DossierEvent takenBack(Document document) {
        var rest = new ArrayList<>(toRead("DOCUMENT_TAKEN_BACK", document).followUps());
        rest.add(new FollowUp("OCR", "document", document.id(), document.version()));
        return new DossierEvent("DOCUMENT_TAKEN_BACK", document.id(), rest);
    }

    static DossierEvent purged(UUID document) {
        return new DossierEvent("DOCUMENT_PURGED", document, List.of());
    }

    static DossierEvent moved(Document document) {
        return new DossierEvent("DOCUMENT_MOVED", document.id(), index("document", document.id(), document.version()));
    }

    static DossierEvent renamed(Document document) {
        return new DossierEvent(
                "DOCUMENT_RENAMED", document.id(), index("document", document.id(), document.version()));
    }

    static DossierEvent classified(Document document) {
        return new DossierEvent(
                "DOCUMENT_CLASSIFIED", document.id(), index("document", document.id(), document.version()));
    }

    static DossierEvent piecesRequired(UUID dossier) {
        return new DossierEvent("DOSSIER_PIECES_REQUIRED", dossier, List.of());
    }

    static DossierEvent held(UUID subject, boolean dossier) {
        return new DossierEvent(dossier ? "DOSSIER_HELD" : "DOCUMENT_HELD", subject, List.of());
    }

    static DossierEvent freed(UUID subject, boolean dossier) {
        return new DossierEvent(dossier ? "DOSSIER_HOLD_LIFTED" : "DOCUMENT_HOLD_LIFTED", subject, List.of());
    }

    static DossierEvent closed(Dossier dossier) {
        return new DossierEvent("DOSSIER_CLOSED", dossier.id(), index("dossier", dossier.id(), dossier.version()));
    }

    static DossierEvent reopened(Dossier dossier) {
        return new DossierEvent("DOSSIER_REOPENED", dossier.id(), index("dossier", dossier.id(), dossier.version()));
    }

    private static DossierEvent toRead(String operation, Document document) {
        var version = document.version();
        if (document.state().isHeld()) {
            var scan = new FollowUp("SCAN", "document", document.id(), version);
            var index = new FollowUp("INDEX", "document", document.id(), version);
            return new DossierEvent(operation, document.id(), List.of(scan, index));
        }
        return new DossierEvent(
                operation,
                document.id(),
                List.of(
                        new FollowUp("EXTRACT", "document", document.id(), version),
                        new FollowUp("INDEX", "document", document.id(), version, NAME_ALONE)));
    }

    /** Nothing that does harm is known to be in it: it can be read and found. */
    static DossierEvent cleared(Document document) {
        return toRead("DOCUMENT_CLEARED", document);
    }

    static DossierEvent quarantined(Document document) {
        return new DossierEvent(
                "DOCUMENT_QUARANTINED", document.id(), index("document", document.id(), document.version()));
    }

    /** One of before: the document itself stays as it is. */
    static DossierEvent versionQuarantined(Document document) {
        return new DossierEvent("DOCUMENT_VERSION_QUARANTINED", document.id(), List.of());
    }

    static DossierEvent scannedAgain(Document document) {
        return toRead("DOCUMENT_TRIED_AGAIN", document);
    }

    static DossierEvent triedAgain(Document document) {
        return new DossierEvent(
                "DOCUMENT_TRIED_AGAIN",
                document.id(),
                List.of(new FollowUp("EXTRACT", "document", document.id(), document.version())));
    }

    /** @param scan whether pages are left that are pictures of text */
    static DossierEvent extracted(Document document, boolean scan) {
        var version = document.version();
        var rest = new ArrayList<>(index("document", document.id(), version));
        if (scan) {
            rest.add(new FollowUp("OCR", "document", document.id(), version));
        }
        if (Rendition.isMadeOf(document.mediaType())) {
            rest.add(new FollowUp("PREVIEW", "document", document.id(), version));
        }
        return new DossierEvent("DOCUMENT_EXTRACTED", document.id(), rest);
    }

    static DossierEvent recognised(Document document) {
        return new DossierEvent(
                "DOCUMENT_RECOGNISED", document.id(), index("document", document.id(), document.version()));
    }

    static DossierEvent notRecognised(Document document) {
        return new DossierEvent("DOCUMENT_NOT_RECOGNISED", document.id(), List.of());
    }

    static DossierEvent scanTriedAgain(Document document) {
        return new DossierEvent(
                "DOCUMENT_TRIED_AGAIN",
                document.id(),
                List.of(new FollowUp("OCR", "document", document.id(), document.version())));
    }

    static DossierEvent failed(Document document) {
        return new DossierEvent("DOCUMENT_FAILED", document.id(), List.of());
    }

    private static List<FollowUp> index(String aggregate, UUID id, int version) {
        return List.of(new FollowUp("INDEX", aggregate, id, version));
    }
}
