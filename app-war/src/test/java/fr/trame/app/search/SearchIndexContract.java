package fr.trame.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.Kind;
import fr.trame.app.search.SearchIndex.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every index must do, whoever made it. Each test has workspaces of its own and does not see the others'. */
public abstract class SearchIndexContract extends SearchWordsContract {

    @Test
    void aTextInAnotherLanguageIsFoundByAnotherFormOfItsWords() {
        var english = said("en", "The companies negotiated several binding agreements.");
        var arabic = said("ar", "تعمل الشركات الصناعية على تطوير المشاريع المحلية");
        var french = said("fr", "Les entreprises négocient plusieurs accords.");
        put(english, arabic, french);
        assertEquals(List.of(english.entity()), found("negotiating agreement"));
        assertEquals(List.of(arabic.entity()), found("شركة صناعية"));
        assertEquals(List.of(french.entity()), found("entreprise négociant accord"));
        var snippet = find("negotiating").hits().get(0).snippet();
        assertEquals("negotiated", snippet.get(1), snippet::toString);
    }

    private Entry said(String language, String body) {
        return new Entry(
                Kind.DOCUMENT,
                UUID.randomUUID(),
                1,
                1,
                workspace,
                null,
                "Texte",
                body,
                null,
                null,
                "txt",
                2026,
                DAY,
                Set.of(),
                language);
    }

    @Test
    void aCommentIsFoundByItsWordsAndNotByATitle() {
        var comment = entry(Kind.COMMENT, UUID.randomUUID(), 4, 1, "une remarque");
        put(comment);
        var hit = find("remarques").hits().get(0);
        assertEquals(Kind.COMMENT + " " + comment.entity() + " 4", hit.kind() + " " + hit.entity() + " " + hit.page());
        assertEquals(List.of(), found("Titre"), "a document's name finds the document");
        assertEquals(List.of(), index().suggest("tit", Set.of(workspace), 5));
        index().remove(Kind.COMMENT, comment.entity());
        index().refresh();
        assertEquals(List.of(), found("remarque"));
    }

    @Test
    void anEntryOfAnOlderVersionChangesNothing() {
        var id = UUID.randomUUID();
        put(entry(Kind.FICHE, id, 0, 5, "nouveau"));
        put(entry(Kind.FICHE, id, 0, 4, "ancien"));
        put(entry(Kind.FICHE, id, 0, 5, "ancien"));
        assertEquals(List.of(id), found("nouveau"));
        assertEquals(List.of(), found("ancien"));
        put(entry(Kind.FICHE, id, 0, 6, "ancien"));
        assertEquals(List.of(id), found("ancien"));
    }

    @Test
    void theFirstVersionMayBeZero() {
        var id = UUID.randomUUID();
        put(entry(Kind.DOSSIER, id, 0, 0, "premier"));
        assertEquals(List.of(id), found("premier"));
    }

    @Test
    void aDocumentOfManyPagesIsOneHitAndNamesItsPage() {
        var id = UUID.randomUUID();
        put(IntStream.rangeClosed(1, 40)
                .mapToObj(page -> entry(Kind.DOCUMENT, id, page, 1, "friche " + (page == 17 ? "friche" : "ou autre")))
                .toArray(Entry[]::new));
        var result = find("friche");
        assertEquals(1, result.total());
        assertEquals(1, result.hits().size());
        assertEquals(17, result.hits().get(0).page());
        assertEquals(Map.of("DOCUMENT", 1L), result.facets().get("kind"));
    }

    @Test
    void removingAnEntityRemovesAllItsPages() {
        var document = UUID.randomUUID();
        var fiche = entry(Kind.FICHE, UUID.randomUUID(), 0, 1, "reste");
        put(fiche, entry(Kind.DOCUMENT, document, 1, 1, "reste"), entry(Kind.DOCUMENT, document, 2, 1, "reste"));
        index().remove(Kind.DOCUMENT, document);
        index().remove(Kind.DOCUMENT, UUID.randomUUID());
        index().remove(Kind.FICHE, UUID.randomUUID());
        index().refresh();
        assertEquals(List.of(fiche.entity()), found("reste"));
        put(entry(Kind.DOCUMENT, document, 1, 1, "reste"));
        assertEquals(List.of(fiche.entity()), found("reste"));
        index().remove(Kind.FICHE, fiche.entity());
        index().refresh();
        assertEquals(List.of(), found("reste"));
    }

    @Test
    void aShorterVersionLeavesNoPageOfTheOneBefore() {
        var document = UUID.randomUUID();
        var other = UUID.randomUUID();
        put(
                entry(Kind.DOCUMENT, document, 0, 1, "nom"),
                entry(Kind.DOCUMENT, document, 1, 1, "début"),
                entry(Kind.DOCUMENT, document, 2, 1, "longueur"),
                entry(Kind.DOCUMENT, other, 2, 1, "longueur"));
        put(entry(Kind.DOCUMENT, document, 0, 5, "nom"), entry(Kind.DOCUMENT, document, 1, 5, "milieu"));
        index().keepPages(document, Set.of(0, 1));
        index().refresh();
        assertEquals(List.of(other), found("longueur"));
        assertEquals(List.of(document), found("milieu"));
        put(entry(Kind.DOCUMENT, document, 2, 8, "longueur"));
        assertEquals(Set.of(document, other), Set.copyOf(found("longueur")));
    }

    @Test
    void anotherWorkspaceIsNeitherFoundNorCountedNorSuggested() {
        put(fiche("confidentiel", "corps", null));
        var other = new Query("confidentiel", Set.of(UUID.randomUUID()), Map.of(), 0, 10);
        var result = index().find(other);
        assertEquals(0, result.total());
        assertEquals(List.of(), result.hits());
        assertEquals(Map.of(), result.facets().get("workspace"));
        assertNull(index().find(new Query("confidentiell", Set.of(UUID.randomUUID()), Map.of(), 0, 10))
                .correction());
        assertEquals(
                0,
                index().find(new Query("confidentiel", Set.of(), Map.of(), 0, 10))
                        .total());
    }

    @Test
    void aFacetIsCountedUnderTheChoicesOfTheOthers() {
        put(
                facet(Kind.FICHE, "DRAFT", null, 2025),
                facet(Kind.FICHE, "VALIDATED", null, 2026),
                facet(Kind.FICHE, "VALIDATED", null, 2026),
                facet(Kind.DOCUMENT, null, "pdf", 2026));
        var all = find("facette");
        assertEquals(4, all.total());
        assertEquals(Map.of("FICHE", 3L, "DOCUMENT", 1L), all.facets().get("kind"));
        assertEquals(Map.of("VALIDATED", 2L, "DRAFT", 1L), all.facets().get("status"));
        assertEquals(Map.of("2026", 3L, "2025", 1L), all.facets().get("year"));
        assertEquals(Map.of(workspace.toString(), 4L), all.facets().get("workspace"));
        var some = index().find(new Query(
                "facette",
                Set.of(workspace),
                Map.of("year", Set.of("2026", "no year"), "kind", Set.of("FICHE")),
                0,
                10));
        assertEquals(2, some.total());
        assertEquals(Map.of("2026", 2L, "2025", 1L), some.facets().get("year"));
        assertEquals(Map.of("FICHE", 2L, "DOCUMENT", 1L), some.facets().get("kind"));
        assertEquals(Map.of("VALIDATED", 2L), some.facets().get("status"));
        var none = new Query("facette", Set.of(workspace), Map.of("year", Set.of("x")), 0, 10);
        assertEquals(0, index().find(none).total());
    }

    @Test
    void matchesAreMarkedAndNothingIsMarkup() {
        put(fiche(
                "Une <b>friche</b> \uE000à\uE001 bâtir", "Avant <script>alert(1)</script> les friches & après.", null));
        var hit = find("friche").hits().get(0);
        assertEquals(List.of("Une <b>", "friche", "</b>  à  bâtir"), hit.title());
        assertEquals(List.of("Avant <script>alert(1)</script> les ", "friches", " & après."), hit.snippet());
    }

    @Test
    void aMatchInTheTitleAloneShowsTheBeginningOfTheText() {
        put(fiche("Friche", "Le début du texte.", null));
        assertEquals(List.of("Le début du texte."), find("friche").hits().get(0).snippet());
    }

    @Test
    void pagesFollowEachOther() {
        put(IntStream.range(0, 25)
                .mapToObj(number -> entry(Kind.FICHE, UUID.randomUUID(), 0, 1, "suite"))
                .toArray(Entry[]::new));
        var seen = IntStream.range(0, 4)
                .mapToObj(page -> index().find(new Query("suite", Set.of(workspace), Map.of(), page, 10)))
                .peek(result -> assertEquals(25, result.total()))
                .flatMap(result -> result.hits().stream())
                .map(SearchIndex.Hit::entity)
                .toList();
        assertEquals(25, seen.size());
        assertEquals(25, Set.copyOf(seen).size());
        var deep = index().find(new Query("suite", Set.of(workspace), Map.of(), 5_000, 50));
        assertEquals(List.of(), deep.hits());
        assertEquals(25, deep.total());
    }

    @Test
    void manyEntriesAreWrittenInPortions() {
        var body = "mot ".repeat(20_000);
        put(IntStream.rangeClosed(1, 60)
                .mapToObj(page -> entry(Kind.DOCUMENT, new UUID(7, page), 1, 1, "portion " + body))
                .toArray(Entry[]::new));
        assertEquals(60, find("portion").total());
    }
}
