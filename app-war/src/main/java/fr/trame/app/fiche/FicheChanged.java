package fr.trame.app.fiche;

import fr.trame.app.DomainEvent;
import java.util.List;
import java.util.UUID;

/**
 * A fiche was created, revised or moved: the index follows.
 *
 * @param operation {@code FICHE_CREATED}, {@code FICHE_REVISED}, {@code FICHE_WRITTEN_TOGETHER} or
 *     {@code FICHE_MOVED_} and the state
 */
public record FicheChanged(UUID subject, int version, String operation) implements DomainEvent {
    @Override
    public List<FollowUp> followUps() {
        return List.of(new FollowUp("INDEX", "fiche", subject, version));
    }
}
