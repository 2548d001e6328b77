package fr.trame.app.search;

import fr.trame.app.comment.SaidOfDocuments;
import fr.trame.app.dossier.DocumentGoes;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.IndexedDocuments;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * Brings the index to what the database says now, whatever the row that woke it said: so repeating or reordering rows is
 * harmless.
 */
@ApplicationScoped
public class Indexer implements OutboxListener {

    private static final int BATCH = 50;

    @Inject
    SearchIndex index;

    @Inject
    IndexReading reading;

    @Inject
    Documents documents;

    @Inject
    IndexedDocuments indexed;

    @Inject
    SaidOfDocuments comments;

    @Override
    public String type() {
        return "INDEX";
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public boolean isAboutThePresent() {
        return true;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        var latest = new LinkedHashMap<UUID, String>();
        rows.forEach(row -> latest.put(row.id(), row.aggregate()));
        var things = latest.entrySet().stream()
                .map(each -> new IndexReading.Thing(each.getValue(), each.getKey()))
                .toList();
        try {
            var done = 0;
            while (done < things.size()) {
                var portion = reading.read(things.subList(done, things.size()));
                put(portion);
                done += portion.things();
            }
        } catch (SearchIndex.IndexUnavailable away) {
            throw new RetryLater(away);
        }
    }

    private void put(IndexReading.Portion portion) {
        portion.gone().forEach(gone -> index.remove(gone.kind(), gone.entity()));
        portion.kept().forEach(index::keepPages);
        index.put(portion.entries());
        var versions = portion.indexed();
        indexed.found(versions).forEach(held -> indexed.found(held, versions.getOrDefault(held, -1L)));
    }

    /** It was removed when it was thrown away; this time it is for good. */
    void leaves(@Observes DocumentGoes leaving) {
        index.remove(SearchIndex.Kind.DOCUMENT, leaving.document());
        comments.ofDocument(leaving.document()).forEach(id -> index.remove(SearchIndex.Kind.COMMENT, id));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        if (row.aggregate().equals("document")) {
            documents.failed(row.id(), "NOT_INDEXED");
        }
    }
}
