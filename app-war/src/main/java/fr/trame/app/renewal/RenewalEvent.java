package fr.trame.app.renewal;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;

/** Required pieces of a dossier come to their end. */
public record RenewalEvent(String operation, UUID subject, List<FollowUp> followUps) implements DomainEvent {

    static final String REMIND = "REMIND";

    static RenewalEvent noticed(UUID dossier) {
        return new RenewalEvent("PIECES_EXPIRING", dossier, List.of(new FollowUp(REMIND, "dossier", dossier, 0)));
    }
}
