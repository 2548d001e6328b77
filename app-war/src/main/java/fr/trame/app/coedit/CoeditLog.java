package fr.trame.app.coedit;

import fr.trame.app.Boundary;
import fr.trame.app.DomainEvent;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.outbox.Outbox;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what is written together: changes in the order of their commits, and the state they add up to. Each method that
 * writes holds the lock of the fiche until its commit, on whichever node.
 */
@Boundary
public class CoeditLog {

    /** How long a text may be newer than its fiche. */
    private static final Duration WRITTEN_BACK_WITHIN = Duration.ofSeconds(4);

    @Inject
    CoeditRows rows;

    @Inject
    FicheQueries fiches;

    @Inject
    Outbox outbox;

    /** Reads a document; the first who asks makes it from the texts of the fiche. */
    @Requires(Operation.BACKGROUND)
    CoeditRows.Stored open(UUID fiche) {
        rows.lock(fiche);
        if (!rows.exists(fiche)) {
            var content = fiches.forIndex(fiche).orElseThrow().content();
            rows.create(fiche, Sections.seed(content));
        }
        return rows.read(fiche, 0);
    }

    /** @return what was committed since, with the state if that went by what was seen */
    @Requires(Operation.BACKGROUND)
    CoeditRows.Stored since(UUID fiche, long seen) {
        return rows.read(fiche, seen);
    }

    /**
     * Commits changes, and asks for the texts of the fiche to follow if nobody has yet.
     *
     * @return when, empty when nobody may write in the fiche any more: whoever closes it holds the same lock, so that
     *     nothing is committed that its texts would not get
     */
    @Requires(Operation.BACKGROUND)
    Optional<Instant> append(UUID fiche, UUID node, List<Change.Draft> drafts) {
        rows.lock(fiche);
        if (!rows.isOpen(fiche)) {
            return Optional.empty();
        }
        if (rows.isWrittenBack(fiche)) {
            outbox.follow(new DomainEvent.FollowUp(WriteBack.TYPE, "fiche", fiche, 0, WRITTEN_BACK_WITHIN));
        }
        drafts.forEach(draft -> rows.insert(fiche, node, draft));
        rows.announce(fiche);
        return Optional.of(Instant.now());
    }
}
