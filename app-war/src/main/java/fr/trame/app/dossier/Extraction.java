package fr.trame.app.dossier;

import fr.trame.app.extraction.TextExtractor;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.storage.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;

/** Extracts the text of a received document. A document that cannot be read fails with its reason and harms no other. */
@ApplicationScoped
public class Extraction implements OutboxListener {

    @Inject
    Documents documents;

    @Inject
    ObjectStore store;

    @Inject
    TextExtractor extractor;

    @Override
    public String type() {
        return "EXTRACT";
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.forEach(row -> documents
                .find(row.id())
                .filter(document -> document.state() == DocumentState.RECEIVED)
                .ifPresent(this::extract));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        documents.failed(row.id(), "GAVE_UP");
    }

    private void extract(Document document) {
        try (var bytes = store.open(document.objectKey())) {
            var extracted = extractor.extract(bytes, document.mediaType(), document.name());
            documents.extracted(document.id(), document.objectKey(), extracted.pages());
        } catch (TextExtractor.ExtractionFailed unreadable) {
            documents.unreadable(
                    document.id(), document.objectKey(), unreadable.reason().name());
        } catch (NoSuchElementException lost) {
            documents.unreadable(document.id(), document.objectKey(), "LOST");
        } catch (TextExtractor.ExtractorUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
