package fr.trame.app.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What keeps harm away from people: the verdict on the bytes of each object, and what the tenant wants done with bytes
 * that nobody looked at. A verdict belongs to the bytes, so a version that is brought back keeps its own.
 */
@Boundary
public class Quarantine {

    /** What nobody looked at, and the tenant wants kept away. */
    static final String UNSCANNED = "UNSCANNED";

    private static final String INFECTED = "INFECTED";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    @ConfigProperty(name = "trame.scanner.address")
    Optional<String> scanner;

    @Inject
    Renditions renditions;

    @Inject
    Event<DomainEvent> events;

    /**
     * A file is about to come.
     *
     * @throws BusinessException UNSUPPORTED_TYPE when the tenant takes no such files, REFUSED when it takes none that
     *     nobody looks at
     */
    @Requires(Operation.OBJECT_WRITE)
    public void requireTaken(String name) {
        var types = setting("file_types");
        var extension = FileType.said(name);
        if (!types.isEmpty() && !List.of(types.split(",")).contains(extension)) {
            throw BusinessException.file(
                    BusinessException.Kind.UNSUPPORTED_TYPE, "file.type.not.here", extension, types.replace(",", ", "));
        }
        if (scanner.isEmpty() && setting("unscanned").equals("REFUSE")) {
            throw BusinessException.refused("file.unscanned.refused");
        }
    }

    /** Decides in which state a document begins, before its event is fired. */
    @Requires(Operation.DOCUMENT_UPLOAD)
    void admit(Document document) {
        var known = verdict(document.objectKey());
        if (known.equals(INFECTED)) {
            document.quarantined(INFECTED);
        } else if (!known.equals("CLEAN") && scanner.isPresent()) {
            document.scanning();
        } else if (!known.equals("CLEAN")) {
            applyPolicy(document);
        }
    }

    /** Refuses to hand out bytes that are kept away. */
    @Requires(Operation.DOSSIER_READ)
    public void requireOpen(String objectKey) {
        switch (verdict(objectKey)) {
            case "CLEAN", "ACCEPTED" -> {}
            case INFECTED -> throw BusinessException.conflict("document.infected");
            default -> throw BusinessException.conflict("document.held");
        }
    }

    /** @return the keys of the current bytes of a dossier's documents that may be handed out */
    @Requires(Operation.DOSSIER_READ)
    Set<String> open(UUID dossierId) {
        List<?> keys = em.createNativeQuery("select o.object_key from stored_object o join document d"
                        + " on d.tenant_id = o.tenant_id and d.object_key = o.object_key"
                        + " where d.dossier_id = cast(?1 as uuid) and o.verdict in ('CLEAN', 'ACCEPTED')")
                .setParameter(1, dossierId.toString())
                .getResultList();
        return keys.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    /** @return whether this person may know of it */
    @Requires(Operation.DOSSIER_READ)
    boolean mayKnow(Document document) {
        return document.state() != DocumentState.QUARANTINED
                || document.uploadedBy().equals(user.getSubject())
                || user.allows(Operation.QUARANTINE_READ);
    }

    /** Nothing was found: the document goes on its way. */
    @Requires(Operation.BACKGROUND)
    void cleared(Document scanned, String signatures) {
        em.createNativeQuery("select 1 from stored_object where object_key = ?1 for no key update")
                .setParameter(1, scanned.objectKey())
                .getResultList(); // before the document, as everywhere
        var waiting = waiting(scanned);
        if (waiting.isEmpty() && verdict(scanned.objectKey()).equals(INFECTED)) {
            return; // somebody who knows more was quicker
        }
        write(scanned.objectKey(), "CLEAN", "", signatures);
        waiting.ifPresent(document -> {
            document.receivedAgain();
            em.flush();
            events.fire(DossierEvent.cleared(document));
        });
    }

    /** Something was found: nobody opens it any more, and what was found of it is taken out of the index. */
    @Requires(Operation.BACKGROUND)
    void infected(Document scanned, String signature, String signatures) {
        write(scanned.objectKey(), INFECTED, signature, signatures);
        renditions.drop(scanned.objectKey());
        waiting(scanned).ifPresent(document -> {
            document.quarantined(INFECTED);
            em.flush();
            events.fire(DossierEvent.quarantined(document));
        });
    }

    /** Nobody could look at it: what the tenant wants is done. */
    @Requires(Operation.BACKGROUND)
    void unscanned(Document scanned) {
        waiting(scanned).ifPresent(document -> {
            document.receivedAgain();
            applyPolicy(document);
            em.flush();
            events.fire(
                    document.state().isHeld() ? DossierEvent.quarantined(document) : DossierEvent.cleared(document));
        });
    }

    private void applyPolicy(Document document) {
        if (setting("unscanned").equals("ACCEPT")) {
            write(document.objectKey(), "ACCEPTED", "", "");
        } else {
            document.quarantined(UNSCANNED);
        }
    }

    private Optional<Document> waiting(Document scanned) {
        return Optional.ofNullable(em.find(Document.class, scanned.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.objectKey().equals(scanned.objectKey()))
                .filter(each -> each.state() == DocumentState.SCANNING);
    }

    private String verdict(String objectKey) {
        List<?> rows = em.createNativeQuery("select verdict from stored_object where object_key = ?1")
                .setParameter(1, objectKey)
                .getResultList();
        return rows.isEmpty() ? UNSCANNED : (String) rows.get(0);
    }

    /** @param signatures by which the verdict was given, as the antivirus calls itself */
    private void write(String objectKey, String verdict, String signature, String signatures) {
        em.createNativeQuery(
                        "update stored_object set verdict = ?2, signature = ?3, signatures = ?4, scanned_at = now()"
                                + " where object_key = ?1")
                .setParameter(1, objectKey)
                .setParameter(2, verdict)
                .setParameter(3, signature)
                .setParameter(4, signatures)
                .executeUpdate();
    }

    /** @param column of the tenant's row, which only the operator's side writes */
    private String setting(String column) {
        return (String)
                em.createNativeQuery("select coalesce(" + column + ", '') from tenant where id = current_tenant()")
                        .getSingleResult();
    }
}
