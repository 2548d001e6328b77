package fr.trame.app.retention;

import fr.trame.app.dossier.DocumentGoes;
import fr.trame.app.dossier.Erasures;
import fr.trame.app.outbox.Outbox;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Carries lists out, a document at a time: first from the index, then the bytes, then the rows, with the tombstone in the
 * transaction that removes them. An interruption anywhere leaves a line that says what is still to do.
 */
@ApplicationScoped
public class EliminationWorker implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(EliminationWorker.class.getName());

    @Inject
    Eliminations eliminations;

    @Inject
    EliminationWork work;

    @Inject
    Erasures erasures;

    @Inject
    ObjectStore store;

    @Inject
    Outbox outbox;

    @Inject
    Event<DocumentGoes> leaving;

    /** Looked at once an hour; the list of the year is written as soon as something is over in it. */
    void sweep(@Observes SweepTime now) {
        try {
            eliminations.proposeYearly();
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the list of {0} waits for the next sweep: {1}",
                    now.tenant(),
                    failure);
        }
    }

    @Override
    public String type() {
        return RetentionEvent.ELIMINATE;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        for (var row : rows) {
            try {
                while (goOn(row.id())) {
                    outbox.renew(rows);
                }
                work.end(row.id());
            } catch (ObjectStore.StoreUnavailable | SearchIndex.IndexUnavailable away) {
                throw new RetryLater(away);
            }
        }
    }

    /** @return whether there may be more to do */
    private boolean goOn(UUID list) {
        var line = work.next(list);
        line.filter(each -> work.condemn(list, each)).ifPresent(each -> remove(list, each.document()));
        return line.isPresent();
    }

    private void remove(UUID list, UUID document) {
        leaving.fire(new DocumentGoes(document));
        var keys = erasures.objects(document);
        keys.forEach(store::delete);
        work.bury(list, document, keys);
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.ERROR, "elimination {0} waits for somebody to take it up again", row.id());
    }
}
