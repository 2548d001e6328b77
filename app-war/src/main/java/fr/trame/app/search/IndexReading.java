package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.comment.SaidOfDocuments;
import fr.trame.app.dossier.Document;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Readings;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
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
 * What the database says of things, as the index wants it. Many things are read in one transaction: each of its own
 * would cost more than what is read in it.
 */
@Boundary
public class IndexReading {

    private static final int MOST_CHARS = 4_000_000;

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

    /**
     * What may have changed.
     *
     * @param aggregate {@code fiche}, {@code dossier}, {@code comment} or {@code document}
     */
    record Thing(String aggregate, UUID id) {}

    /** Of what nothing may stay in the index. */
    record Gone(SearchIndex.Kind kind, UUID entity) {}

    /**
     * What is to be done with the index.
     *
     * @param things how many of those asked for are in it, at least one: the text of fifty large documents at once would
     *     be more than there is memory
     * @param kept for documents that had other versions, the pages that stay
     * @param indexed the versions of documents that can be found once it is done
     */
    record Portion(
            int things,
            List<SearchIndex.Entry> entries,
            List<Gone> gone,
            Map<UUID, Set<Integer>> kept,
            Map<UUID, Long> indexed) {}

    /** @return what the first of those things are now */
    @Requires(Operation.BACKGROUND)
    Portion read(List<Thing> things) {
        var found = new Found();
        var done = 0;
        for (var size = things.size(); done < size && found.chars() <= MOST_CHARS; done++) {
            var thing = things.get(done);
            switch (thing.aggregate()) {
                case "fiche" -> fiche(thing.id(), found);
                case "dossier" -> dossier(thing.id(), found);
                case "comment" -> comment(thing.id(), found);
                default -> document(thing.id(), found);
            }
        }
        return new Portion(done, found.entries, found.gone, found.kept, found.indexed);
    }

    private void fiche(UUID id, Found found) {
        fiches.forIndex(id)
                .ifPresentOrElse(
                        fiche -> found.entries.add(entry(fiche, authors.of(id), authors.organisations(id))),
                        () -> found.gone(SearchIndex.Kind.FICHE, id));
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

    private void dossier(UUID id, Found found) {
        dossiers.forIndex(id)
                .ifPresentOrElse(
                        dossier -> found.entries.add(new SearchIndex.Entry(
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
                        () -> found.gone(SearchIndex.Kind.DOSSIER, id));
    }

    private void comment(UUID id, Found found) {
        comments.forIndex(id)
                .ifPresentOrElse(
                        said -> found.entries.add(entry(said)), () -> found.gone(SearchIndex.Kind.COMMENT, id));
    }

    private void document(UUID id, Found found) {
        var document = documents.find(id).filter(each -> !each.state().isHeld());
        var dossier = document.flatMap(each -> dossiers.forIndex(each.dossierId()));
        if (document.isEmpty() || dossier.isEmpty()) {
            found.gone(SearchIndex.Kind.DOCUMENT, id);
            comments.ofDocument(id).forEach(each -> found.gone(SearchIndex.Kind.COMMENT, each));
            return;
        }
        var workspace = dossier.get().workspaceId();
        var wrote = authors.of(id);
        // The name is an entry of its own, so that a document is found by it before its text is read, or without text.
        // Its words stand apart there: the index would take "plan.pdf" for one word.
        found.entries.add(
                page(document.get(), workspace, wrote, 0, document.get().name().replaceAll("[._-]+", " "), ""));
        var pages = documents.text(id);
        var language = readings.language(id);
        var kept = new HashSet<>(Set.of(0));
        for (var page = 0; page < pages.size(); page++) {
            if (!pages.get(page).isBlank()) {
                kept.add(page + 1);
                found.entries.add(page(document.get(), workspace, wrote, page + 1, pages.get(page), language));
            }
        }
        if (document.get().currentVersion() > 1) {
            found.kept.put(id, kept);
        }
        comments.ofDocument(id)
                .forEach(each -> comments.forIndex(each).ifPresent(said -> found.entries.add(entry(said))));
        found.indexed.put(id, (long) document.get().version());
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
    private static SearchIndex.Entry entry(SaidOfDocuments.Said said) {
        var at = said.createdAt().withOffsetSameInstant(ZoneOffset.UTC);
        return new SearchIndex.Entry(
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
                Set.of(said.author()));
    }

    /** What was found so far. */
    private static final class Found {

        private final List<SearchIndex.Entry> entries = new ArrayList<>();
        private final List<Gone> gone = new ArrayList<>();
        private final Map<UUID, Set<Integer>> kept = new LinkedHashMap<>();
        private final Map<UUID, Long> indexed = new LinkedHashMap<>();

        long chars() {
            return entries.stream().mapToLong(entry -> entry.body().length()).sum();
        }

        void gone(SearchIndex.Kind kind, UUID entity) {
            gone.add(new Gone(kind, entity));
        }
    }
}
