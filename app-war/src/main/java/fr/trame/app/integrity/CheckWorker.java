package fr.trame.app.integrity;

import fr.trame.app.outbox.Outbox;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.search.SearchIndex;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Does checks, a slice at a time: where it is stands in the check's row after each, so a check that was cut goes on
 * there. A service that is away makes it wait.
 */
@ApplicationScoped
public class CheckWorker implements OutboxListener {

    private static final LocalTime DAWN = LocalTime.of(5, 0);

    @Inject
    Checks checks;

    @Inject
    Outbox outbox;

    @Inject
    ObjectsLook objects;

    @Inject
    EntriesLook entries;

    /** Looked at once an hour; in the small hours a check of the night is due. */
    void sweep(@Observes SweepTime now) {
        if (LocalTime.now(ZoneId.systemDefault()).isBefore(DAWN)) {
            checks.askNightly();
        }
    }

    @Override
    public String type() {
        return IntegrityEvent.CHECK;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        for (var row : rows) {
            try {
                while (goOn(row)) {
                    outbox.renew(rows);
                }
            } catch (ObjectStore.StoreUnavailable | SearchIndex.IndexUnavailable away) {
                throw new RetryLater(away);
            }
        }
    }

    /** @return whether there is more to do */
    private boolean goOn(OutboxRow row) {
        var check = checks.find(row.id())
                .filter(found -> found.state() == CheckState.RUNNING)
                .orElse(null);
        if (check == null) {
            return false;
        }
        if (check.step() == CheckStep.END) {
            checks.end(check.id(), CheckState.DONE);
            return false;
        }
        return checks.advance(check, slice(check));
    }

    private Slice slice(Check check) {
        return switch (check.step()) {
            case OBJECTS -> objects.objects(check.reached());
            case DIGESTS -> objects.digests(check.reached(), check.share(), (int) (turn(check) % check.share()));
            case PIPELINE -> entries.pipeline();
            case FICHES, DOSSIERS, DOCUMENTS, COMMENTS -> entries.entries(check.step(), check.reached());
            case END -> throw new IllegalStateException("a check that ended");
        };
    }

    /** The day says whose turn it is, the day the check was asked for: it may end on the next. */
    private static long turn(Check check) {
        LocalDate day = check.askedAt().toLocalDate();
        return day.toEpochDay();
    }

    @Override
    public void gaveUp(OutboxRow row) {
        checks.end(row.id(), CheckState.FAILED);
    }
}
