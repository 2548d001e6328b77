package fr.trame.app.dossier;

import fr.trame.app.DomainEvent.FollowUp;
import fr.trame.app.outbox.Outbox;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.scan.VirusScanner;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has the antivirus look again at what is there, once it has other signatures. A lane of its own and so many documents an
 * hour, spread over it: new uploads do not wait for old ones.
 */
@ApplicationScoped
public class Rescan implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(Rescan.class.getName());
    private static final int HOUR_SECONDS = 3_600;

    @Inject
    @ConfigProperty(name = "trame.rescan.per.hour")
    int perHour;

    @Inject
    Rescans rescans;

    @Inject
    ObjectStore store;

    @Inject
    VirusScanner scanner;

    @Inject
    Outbox outbox;

    @Override
    public String type() {
        return "RESCAN";
    }

    @Override
    public int batch() {
        return 1;
    }

    /** Comes once an hour: what does not fit into this one is asked for again in the next. */
    void sweep(@Observes SweepTime now) {
        if (!scanner.isThere() || perHour < 1) {
            return;
        }
        try {
            var due = rescans.due(scanner.version(), perHour);
            for (int place = 0; place < due.size(); place++) {
                var delay = Duration.ofSeconds((long) HOUR_SECONDS * place / perHour);
                outbox.follow(new FollowUp(type(), "document", due.get(place), 0, delay));
            }
        } catch (VirusScanner.ScannerUnavailable away) {
            LOG.log(System.Logger.Level.WARNING, "what is old waits for the next sweep: {0}", away.getMessage());
        }
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        if (scanner.isThere()) {
            rows.forEach(row -> lookAgain(row.id()));
        }
    }

    /** The verdict of then stays, and the next sweep asks again. */
    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "document {0} could not be scanned again", row.id());
        outbox.done(List.of(row));
    }

    private void lookAgain(UUID document) {
        try {
            var signatures = scanner.version();
            for (var key : rescans.objects(document, signatures)) {
                scan(document, key, signatures);
            }
        } catch (VirusScanner.ScannerUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void scan(UUID document, String key, String signatures) throws IOException {
        var since = Instant.now();
        try (var bytes = store.open(key)) {
            var verdict = scanner.scan(bytes);
            switch (verdict.kind()) {
                case CLEAN -> rescans.clean(document, key, signatures, since);
                case INFECTED -> rescans.infected(document, key, verdict.signature(), signatures);
                case TOO_LARGE -> rescans.left(key, signatures);
            }
        } catch (NoSuchElementException lost) {
            // The integrity check tells of it.
            rescans.left(key, signatures);
        }
    }
}
