package fr.trame.app.dossier;

import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.scan.VirusScanner;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;

/** Has the antivirus look at what was uploaded, before anybody reads it. An antivirus that is away makes it wait. */
@ApplicationScoped
public class Antivirus implements OutboxListener {

    private static final int BATCH = 5;

    @Inject
    Documents documents;

    @Inject
    Quarantine quarantine;

    @Inject
    ObjectStore store;

    @Inject
    VirusScanner scanner;

    @Override
    public String type() {
        return "SCAN";
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.forEach(row -> documents
                .find(row.id())
                .filter(document -> document.state() == DocumentState.SCANNING)
                .ifPresent(this::scan));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        documents.find(row.id()).ifPresent(quarantine::unscanned);
    }

    private void scan(Document document) {
        if (!scanner.isThere()) {
            quarantine.unscanned(document);
            return;
        }
        try (var bytes = store.open(document.objectKey())) {
            // Before the look: signatures that come meanwhile have it looked at once more.
            var signatures = scanner.version();
            var verdict = scanner.scan(bytes);
            switch (verdict.kind()) {
                case CLEAN -> quarantine.cleared(document, signatures);
                case INFECTED -> quarantine.infected(document, verdict.signature(), signatures);
                case TOO_LARGE -> quarantine.unscanned(document);
            }
        } catch (NoSuchElementException lost) {
            documents.unreadable(document.id(), document.objectKey(), "LOST");
        } catch (VirusScanner.ScannerUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
