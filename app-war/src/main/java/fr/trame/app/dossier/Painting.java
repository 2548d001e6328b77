package fr.trame.app.dossier;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.trame.app.DomainEvent.FollowUp;
import fr.trame.app.dossier.Rendition.Outcome;
import fr.trame.app.outbox.Outbox;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import fr.trame.app.rendition.Painter;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.StoredObjects;
import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Makes what documents are seen by: a PDF of office files, a small picture of first pages. A lane of its own, after the
 * text was read: nothing waits for it, and a document that cannot be painted is shown by its text.
 */
@ApplicationScoped
public class Painting implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(Painting.class.getName());
    private static final int DEATHS = 3;
    private static final int AN_HOUR = 500;
    private static final long HOUR_SECONDS = 3_600;
    private static final String TOO_SLOW = "TOO_SLOW";

    @Inject
    Documents documents;

    @Inject
    Renditions renditions;

    @Inject
    StoredObjects objects;

    @Inject
    ObjectStore store;

    @Inject
    Painter painter;

    @Inject
    Outbox outbox;

    @Override
    public String type() {
        return "PREVIEW";
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        if (painter.isThere()) {
            rows.forEach(row -> documents
                    .find(row.id())
                    .filter(document -> !document.state().isHeld())
                    .ifPresent(document -> paint(document, row)));
        }
    }

    @Override
    public void gaveUp(OutboxRow row) {
        documents.find(row.id()).ifPresent(document -> failed(document, "GAVE_UP"));
        outbox.done(List.of(row)); // what is not settled is asked for again
    }

    /** What was not painted, because there was no painter or the work was lost, is painted some time, after what is new. */
    void sweep(@Observes SweepTime now) {
        if (!painter.isThere()) {
            return;
        }
        try {
            var missing = renditions.missing(painter.opensOffice(), AN_HOUR);
            for (int place = 0; place < missing.size(); place++) {
                var delay = Duration.ofSeconds(HOUR_SECONDS * place / AN_HOUR);
                outbox.follow(new FollowUp(type(), "document", missing.get(place), 0, delay));
            }
        } catch (Painter.PainterUnavailable away) {
            LOG.log(System.Logger.Level.WARNING, "what is missing waits for the next sweep: {0}", away.getMessage());
        }
    }

    private void paint(Document document, OutboxRow row) {
        try {
            paint(document);
        } catch (Painter.NotPainted fault) {
            if (TOO_SLOW.equals(fault.getMessage()) && row.attempts() < DEATHS) {
                throw fault; // the machine may have been busy: counted as a try
            }
            failed(document, String.valueOf(fault.getMessage()));
        } catch (NoSuchElementException lost) {
            failed(document, "LOST");
        } catch (Painter.PainterDied died) {
            if (row.attempts() < DEATHS) {
                throw died; // counted as a try, unlike a service that is away
            }
            failed(document, "CRASHED");
        } catch (Painter.NobodyOpens nobody) {
            renditions.notMade(document.objectKey(), Rendition.PDF, Outcome.OFF, "");
        } catch (Painter.PainterUnavailable | ObjectStore.StoreUnavailable away) {
            throw new RetryLater(away);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void paint(Document document) throws IOException {
        var source = document.objectKey();
        if (Rendition.isConverted(document.mediaType())) {
            if (!renditions.isSettled(source, Rendition.PDF)) {
                make(document, source, document.mediaType(), Rendition.PDF, painter::pdf);
            }
            var pdf = renditions.find(source, Rendition.PDF).map(ReceivedFile::objectKey);
            picture(document, pdf, Rendition.PDF.mediaType());
        } else if (Rendition.isMadeOf(document.mediaType())) {
            picture(document, Optional.of(source), document.mediaType());
        }
    }

    private void picture(Document document, Optional<String> from, String mediaType) throws IOException {
        if (from.isPresent() && !renditions.isSettled(document.objectKey(), Rendition.THUMBNAIL)) {
            make(document, from.get(), mediaType, Rendition.THUMBNAIL, painter::thumbnail);
        }
    }

    /** The object is announced before its bytes are written, as each is: what nobody links in the end is swept. */
    private void make(
            Document document,
            String from,
            String mediaType,
            Rendition kind,
            BiFunction<InputStream, String, Painter.Painted> how)
            throws IOException {
        try (var bytes = store.open(from);
                var painted = how.apply(bytes, mediaType)) {
            var key = "renditions/" + UuidCreator.getTimeOrderedEpoch();
            objects.announceDerived(key);
            var written = store.put(key, painted.bytes(), painted.size(), kind.mediaType());
            renditions.made(
                    document.objectKey(),
                    kind,
                    new ReceivedFile("", kind.mediaType(), written.size(), written.sha256(), key));
        }
    }

    /** What is missing will not come. */
    private void failed(Document document, String why) {
        if (Rendition.isConverted(document.mediaType())) {
            renditions.notMade(document.objectKey(), Rendition.PDF, Outcome.FAILED, why);
        }
        renditions.notMade(document.objectKey(), Rendition.THUMBNAIL, Outcome.FAILED, why);
    }
}
