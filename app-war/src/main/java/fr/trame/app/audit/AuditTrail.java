package fr.trame.app.audit;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Refusal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what happened with the fact itself, in its transaction, and each refusal in one of its own. */
@Boundary
public class AuditTrail {

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    void done(@Observes DomainEvent event) {
        write(user.getSubject(), event.operation(), "DONE", event.subject(), null);
    }

    void refused(@Observes Refusal refusal) {
        write(refusal.actor(), refusal.operation(), "REFUSED", null, refusal.reason());
    }

    private void write(
            String actor, String operation, String outcome, @Nullable UUID subject, @Nullable String reason) {
        em.createNativeQuery("insert into audit_entry (actor, operation, outcome, subject, reason)"
                        + " values (?1, ?2, ?3, cast(nullif(?4, '') as uuid), nullif(?5, ''))")
                .setParameter(1, actor)
                .setParameter(2, operation)
                .setParameter(3, outcome)
                .setParameter(4, subject == null ? "" : subject.toString())
                .setParameter(5, reason == null ? "" : reason)
                .executeUpdate();
    }
}
