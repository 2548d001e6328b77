package fr.trame.app.dossier;

import fr.trame.app.extraction.TextExtractor;
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

/** Extracts the text of a received document. A document that cannot be read fails with its reason and harms no other. */
@ApplicationScoped
public class Extraction implements OutboxListener {

    /** A document over which the extractor goes away so often is taken for the cause. */
    static final int DEATHS = 5;

    @Inject
    Documents documents;

    @Inject
    Readings readings;

    @Inject
    ObjectStore store;

    @Inject
    TextExtractor extractor;

    @Inject
    TextRecogniser recogniser;

    @Override
    public String type() {
        return "EXTRACT";
    }

    /** One: over which of several the extractor died nobody could say. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public int workers() {
        return 2;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.forEach(row -> documents
                .find(row.id())
                .filter(document -> document.state() == DocumentState.RECEIVED)
                .ifPresent(document -> extract(document, row)));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        documents.failed(row.id(), "GAVE_UP");
    }

    private void extract(Document document, OutboxRow row) {
        try (var bytes = store.open(document.objectKey())) {
            var extracted = extractor.extract(bytes, document.size(), document.mediaType(), document.name());
            readings.extracted(document, extracted, recognition(document, extracted));
        } catch (TextExtractor.ExtractionFailed unreadable) {
            documents.unreadable(
                    document.id(), document.objectKey(), unreadable.reason().name());
        } catch (NoSuchElementException lost) {
            documents.unreadable(document.id(), document.objectKey(), "LOST");
        } catch (TextExtractor.ExtractorDied died) {
            if (row.attempts() < DEATHS) {
                throw died; // counted as a try, unlike a service that is away
            }
            documents.unreadable(document.id(), document.objectKey(), "CRASHED");
        } catch (TextExtractor.ExtractorUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Recognition recognition(Document document, TextExtractor.Extracted text) {
        if (!Scan.isOne(document.mediaType(), text.pages())) {
            return Recognition.NONE;
        }
        return recogniser.isThere() ? Recognition.WAITING : Recognition.OFF;
    }
}
