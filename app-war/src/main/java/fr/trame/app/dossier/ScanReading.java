package fr.trame.app.dossier;

import fr.trame.app.extraction.TextExtractor.ExtractionFailed;
import fr.trame.app.extraction.TextExtractor.ExtractorDied;
import fr.trame.app.extraction.TextExtractor.ExtractorUnavailable;
import fr.trame.app.extraction.TextRecogniser;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Reads the pages of received documents that are pictures of text. A lane of its own: it takes seconds a page, and the
 * documents are found by their text and name meanwhile.
 */
@ApplicationScoped
public class ScanReading implements OutboxListener {

    @Inject
    Documents documents;

    @Inject
    Readings readings;

    @Inject
    ObjectStore store;

    @Inject
    TextRecogniser recogniser;

    @Override
    public String type() {
        return "OCR";
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.stream().filter(row -> readings.waits(row.id())).forEach(row -> documents
                .find(row.id())
                .filter(document -> !document.state().isHeld())
                .ifPresent(document -> read(document, row)));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        documents.find(row.id()).ifPresent(document -> readings.notRecognised(document, Recognition.FAILED));
    }

    private void read(Document document, OutboxRow row) {
        if (!recogniser.isThere()) {
            readings.notRecognised(document, Recognition.OFF);
            return;
        }
        try (var bytes = store.open(document.objectKey())) {
            var text = recogniser.recognise(bytes, document.mediaType(), document.name());
            readings.recognised(document, text);
        } catch (ExtractionFailed | NoSuchElementException unreadable) {
            readings.notRecognised(document, Recognition.FAILED);
        } catch (ExtractorDied died) {
            if (row.attempts() < Extraction.DEATHS) {
                throw died; // counted as a try, unlike a service that is away
            }
            readings.notRecognised(document, Recognition.FAILED);
        } catch (ExtractorUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
