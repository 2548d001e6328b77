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
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Says that the work of a dossier is over, from where many periods of keeping are counted. It forbids nothing: what comes
 * late still finds its place.
 */
@Boundary
public class Closings {

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Dossiers dossiers;

    @Inject
    Event<DomainEvent> events;

    /** @return when a dossier was closed, empty while it is open */
    @Requires(Operation.DOSSIER_READ)
    public Optional<OffsetDateTime> of(UUID id) {
        return Optional.ofNullable(dossiers.dossier(id, Operation.DOSSIER_READ).closedAt());
    }

    /**
     * Closes a dossier, or opens it again.
     *
     * @throws BusinessException CONFLICT when it is so already
     */
    @Requires(Operation.DOCUMENT_MANAGE)
    public void close(UUID id, boolean closed) {
        var dossier = dossiers.dossier(id, Operation.DOCUMENT_MANAGE);
        em.refresh(dossier, LockModeType.PESSIMISTIC_WRITE);
        if (closed == (dossier.closedAt() != null)) {
            throw BusinessException.conflict(closed ? "dossier.closed.already" : "dossier.open.already");
        }
        if (closed) {
            dossier.close(user.getSubject());
        } else {
            dossier.reopen();
        }
        em.flush();
        events.fire(closed ? DossierEvent.closed(dossier) : DossierEvent.reopened(dossier));
    }
}
