package fr.trame.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.Hit;
import fr.trame.app.search.SearchIndex.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every index must suggest while somebody types, and in which order and of what likeness it must find. */
public abstract class SuggestContract extends SearchIndexFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "éc",
                "eco",
                "ÉCOSYSTÈME",
                "écosystème industriel",
                "indus eco",
                "l’éco",
                "l'ind",
                "ARA-2026",
                "ara-2026-007",
                "constitutionnellemen",
                "constitutionnellement"
            })
    void whatBeginsSoIsSuggested(String typed) {
        var fiche = fiche("L’écosystème industriel, constitutionnellement", "corps", "ARA-2026-007");
        put(fiche);
        assertEquals(List.of(fiche.entity()), suggested(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dustriel", "écosystème agricole", "corps", "\"", "*", ""})
    void whatDoesNotBeginSoIsNot(String typed) {
        put(fiche("L’écosystème industriel", "Le corps.", "ARA-2026-007"));
        assertEquals(List.of(), suggested(typed));
    }

    @Test
    void aFileIsSuggestedOnceByTheWordsOfItsName() {
        var id = UUID.randomUUID();
        var name = "2026-03_plan-climat_Roannais.pdf";
        put(IntStream.range(0, 5)
                .mapToObj(page -> titled(Kind.DOCUMENT, id, page, name, "texte", DAY))
                .toArray(Entry[]::new));
        assertEquals(List.of(id), suggested("roan"));
        assertEquals(List.of(id), suggested("clim pla"));
        assertEquals(
                List.of("2026-03_plan-", "clim", "at_Roannais.pdf"),
                suggest("clim").get(0).title());
    }

    @Test
    void eachKindHasItsPlace() {
        put(IntStream.range(0, 9)
                .mapToObj(number -> titled(Kind.DOCUMENT, UUID.randomUUID(), 0, "Friche " + number, "", DAY))
                .toArray(Entry[]::new));
        put(
                titled(Kind.FICHE, UUID.randomUUID(), 0, "La friche du nord et ses abords", "", DAY),
                titled(Kind.DOSSIER, UUID.randomUUID(), 0, "Friches", "", DAY));
        assertEquals(
                List.of(Kind.FICHE, Kind.DOSSIER, Kind.DOCUMENT, Kind.DOCUMENT, Kind.DOCUMENT),
                suggest("friche").stream().map(Hit::kind).toList());
    }

    @Test
    void nothingOfAnotherWorkspaceIsSuggested() {
        put(fiche("Confidentiel", "corps", "ARA-2026-007"));
        assertEquals(List.of(), index().suggest("conf", Set.of(UUID.randomUUID()), 3));
        assertEquals(List.of(), index().suggest("ARA", Set.of(UUID.randomUUID()), 3));
        assertEquals(List.of(), index().suggest("conf", Set.of(), 3));
    }

    @Test
    void hitsComeInTheOrderAskedFor() {
        var old = titled(Kind.FICHE, UUID.randomUUID(), 0, "élan, friche friche friche", "friche", DAY);
        var young = titled(Kind.FICHE, UUID.randomUUID(), 0, "Zone", "une friche parmi d’autres", DAY.plusSeconds(60));
        var middle = titled(Kind.FICHE, UUID.randomUUID(), 0, "Étude", "une friche parmi d’autres", DAY.plusSeconds(9));
        put(old, young, middle);
        assertEquals(old.entity(), ordered(SearchIndex.Order.RELEVANCE).get(0));
        assertEquals(List.of(young.entity(), middle.entity(), old.entity()), ordered(SearchIndex.Order.RECENT));
        assertEquals(List.of(old.entity(), middle.entity(), young.entity()), ordered(SearchIndex.Order.TITLE));
    }

    @Test
    void onlyWhatOneOfTheAuthorsWroteIsFoundWhenAuthorsAreAsked() {
        var hers = new Entry(
                Kind.FICHE,
                UUID.randomUUID(),
                0,
                1,
                workspace,
                null,
                "friche",
                "",
                null,
                null,
                null,
                2026,
                DAY,
                Set.of("her", "him"));
        put(hers, fiche("friche", "", null));
        assertEquals(List.of(hers.entity()), found(asked("friche", Set.of("her", "nobody"), null)));
        assertEquals(List.of(), found(asked("friche", Set.of(), null)));
        assertEquals(2, found(asked("friche", null, null)).size());
    }

    @Test
    void whatIsLikeAThingSharesItsRareWordsAndIsReadable() {
        var text = "Récupération de la chaleur fatale des fonderies pour le réseau de chauffage urbain";
        var one = fiche("Chaleur fatale", text, null);
        var like = fiche("Réseau de chauffage", "La chaleur des fonderies alimente le chauffage urbain.", null);
        var other = fiche("Recrutement", "Des apprentis pour les métiers du décolletage.", null);
        put(one, like, other);
        var likeness = new SearchIndex.Like(Kind.FICHE, one.entity());
        assertEquals(List.of(like.entity()), found(asked("", null, likeness)));
        var elsewhere = new SearchIndex.Query(
                "",
                Set.of(UUID.randomUUID()),
                java.util.Map.of(),
                0,
                10,
                SearchIndex.Order.RELEVANCE,
                null,
                likeness,
                true,
                Set.of());
        assertEquals(0, index().find(elsewhere).total());
    }

    private List<UUID> ordered(SearchIndex.Order order) {
        return found(new SearchIndex.Query(
                "friche", Set.of(workspace), java.util.Map.of(), 0, 10, order, null, null, false, Set.of()));
    }

    private SearchIndex.Query asked(String words, @Nullable Set<String> authors, SearchIndex.@Nullable Like like) {
        return new SearchIndex.Query(
                words,
                Set.of(workspace),
                java.util.Map.of(),
                0,
                10,
                SearchIndex.Order.RELEVANCE,
                authors,
                like,
                like != null,
                Set.of());
    }

    private List<UUID> found(SearchIndex.Query query) {
        return index().find(query).hits().stream().map(Hit::entity).toList();
    }

    private List<Hit> suggest(String typed) {
        return index().suggest(typed, Set.of(workspace), 3);
    }

    private List<UUID> suggested(String typed) {
        return suggest(typed).stream().map(Hit::entity).toList();
    }

    private Entry titled(Kind kind, UUID id, int page, String title, String body, Instant modified) {
        return new Entry(kind, id, page, 1, workspace, null, title, body, null, null, null, 2026, modified, Set.of());
    }
}
