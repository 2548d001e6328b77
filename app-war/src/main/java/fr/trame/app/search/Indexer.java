package fr.trame.app.search;

import fr.trame.app.comment.SaidOfDocuments;
import fr.trame.app.dossier.Document;
import fr.trame.app.dossier.DocumentGoes;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Readings;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Brings the index to what the database says now, whatever the row that woke it said: so repeating or reordering rows is
 * harmless.
 */
@ApplicationScoped
public class Indexer implements OutboxListener {

    private static final int BATCH = 50;
    private static final int MOST_CHARS = 4_000_000;

    @Inject
    SearchIndex index;

    @Inject
    FicheQueries fiches;

    @Inject
    Dossiers dossiers;

    @Inject
    Documents documents;

    @Inject
    Readings readings;

    @Inject
    SaidOfDocuments comments;

    @Inject
    Authors authors;

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
        var latest = new LinkedHashMap<UUID, OutboxRow>();
        rows.forEach(row -> latest.put(row.id(), row));
        var entries = new ArrayList<SearchIndex.Entry>();
        var indexed = new LinkedHashMap<UUID, Long>();
        try {
            for (var row : latest.values()) {
                switch (row.aggregate()) {
                    case "fiche" -> fiche(row.id(), entries);
                    case "dossier" -> dossier(row.id(), entries);
                    case "comment" ->
                        comments.forIndex(row.id())
                                .ifPresentOrElse(
                                        said -> comment(said, entries),
                                        () -> index.remove(SearchIndex.Kind.COMMENT, row.id()));
                    default -> document(row.id(), entries, indexed);
                }
                if (chars(entries) > MOST_CHARS) {
                    put(entries, indexed);
                }
            }
            put(entries, indexed);
        } catch (SearchIndex.IndexUnavailable away) {
            throw new RetryLater(away);
        }
    }

    /** The text of fifty large documents at once would be more than there is memory. */
    private static long chars(List<SearchIndex.Entry> entries) {
        return entries.stream().mapToLong(entry -> entry.body().length()).sum();
    }

    private void put(List<SearchIndex.Entry> entries, Map<UUID, Long> indexed) {
        index.put(entries);
        indexed.forEach(documents::indexed);
        entries.clear();
        indexed.clear();
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

    private void fiche(UUID id, List<SearchIndex.Entry> entries) {
        fiches.forIndex(id)
                .ifPresentOrElse(
                        fiche -> entries.add(entry(fiche, authors.of(id), authors.organisations(id))),
                        () -> index.remove(SearchIndex.Kind.FICHE, id));
    }

    private static SearchIndex.Entry entry(FicheView fiche, Set<String> authors, String organisations) {
        var content = fiche.content();
        return new SearchIndex.Entry(
                SearchIndex.Kind.FICHE,
                fiche.id(),
                0,
                fiche.version(),
                fiche.workspaceId(),
                null,
                content.title(),
                String.join("\n", content.context(), content.objectives(), content.description(), organisations),
                fiche.reference(),
                fiche.workflowState().name(),
                null,
                fiche.modifiedAt().getYear(),
                fiche.modifiedAt().toInstant(),
                authors);
    }

    private void dossier(UUID id, List<SearchIndex.Entry> entries) {
        dossiers.forIndex(id)
                .ifPresentOrElse(
                        dossier -> entries.add(new SearchIndex.Entry(
                                SearchIndex.Kind.DOSSIER,
                                id,
                                0,
                                dossier.version(),
                                dossier.workspaceId(),
                                id,
                                dossier.name(),
                                dossier.description(),
                                null,
                                null,
                                null,
                                dossier.createdAt().getYear(),
                                dossier.createdAt().toInstant(),
                                authors.of(id))),
                        () -> index.remove(SearchIndex.Kind.DOSSIER, id));
    }

    private void document(UUID id, List<SearchIndex.Entry> entries, Map<UUID, Long> indexed) {
        var document = documents.find(id).filter(found -> !found.state().isHeld());
        var dossier = document.flatMap(found -> dossiers.forIndex(found.dossierId()));
        if (document.isEmpty() || dossier.isEmpty()) {
            index.remove(SearchIndex.Kind.DOCUMENT, id);
            comments.ofDocument(id).forEach(each -> index.remove(SearchIndex.Kind.COMMENT, each));
            return;
        }
        var workspace = dossier.get().workspaceId();
        var wrote = authors.of(id);
        // The name is an entry of its own, so that a document is found by it before its text is read, or without text.
        // Its words stand apart there: the index would take "plan.pdf" for one word.
        entries.add(
                page(document.get(), workspace, wrote, 0, document.get().name().replaceAll("[._-]+", " "), ""));
        var pages = documents.text(id);
        var language = readings.language(id);
        var kept = new HashSet<>(Set.of(0));
        for (var page = 0; page < pages.size(); page++) {
            if (!pages.get(page).isBlank()) {
                kept.add(page + 1);
                entries.add(page(document.get(), workspace, wrote, page + 1, pages.get(page), language));
            }
        }
        if (document.get().currentVersion() > 1) {
            index.keepPages(id, kept);
        }
        comments.ofDocument(id).forEach(each -> comments.forIndex(each).ifPresent(said -> comment(said, entries)));
        indexed.put(id, (long) document.get().version());
    }

    private static SearchIndex.Entry page(
            Document document, UUID workspace, Set<String> authors, int page, String text, String language) {
        var received = document.uploadedAt().withOffsetSameInstant(ZoneOffset.UTC);
        var dot = document.name().lastIndexOf('.');
        return new SearchIndex.Entry(
                SearchIndex.Kind.DOCUMENT,
                document.id(),
                page,
                document.version(),
                workspace,
                document.dossierId(),
                document.name(),
                text,
                null,
                null,
                document.name().substring(dot + 1).toLowerCase(Locale.ROOT),
                received.getYear(),
                received.toInstant(),
                authors,
                language);
    }

    /** It moves with its document, so each change of either makes it newer. */
    private static void comment(SaidOfDocuments.Said said, List<SearchIndex.Entry> entries) {
        var at = said.createdAt().withOffsetSameInstant(ZoneOffset.UTC);
        entries.add(new SearchIndex.Entry(
                SearchIndex.Kind.COMMENT,
                said.id(),
                said.page(),
                said.version(),
                said.workspace(),
                said.dossier(),
                "",
                said.text(),
                null,
                null,
                null,
                at.getYear(),
                at.toInstant(),
                Set.of(said.author())));
    }
}
