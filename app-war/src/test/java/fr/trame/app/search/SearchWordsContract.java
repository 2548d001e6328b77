package fr.trame.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.Kind;
import fr.trame.app.search.SearchIndex.Query;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every index must read the words of a person. Each test has workspaces of its own and does not see the others'. */
public abstract class SearchWordsContract extends SuggestContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "écosystème",
                "ecosystemes",
                "ÉCOSYSTÈMES",
                "l'écosystème",
                "l’ecosystème",
                "ecosyst*",
                "territ*",
                "écosystème de région",
                "\"écosystème industriel\"",
                "industriel -agricole",
                "industriel | introuvable",
                "ARA-2026-007",
                "ara-2026-007",
                "ARA-2026*"
            })
    void aFicheIsFoundHoweverItIsTyped(String words) {
        var fiche = fiche("L’écosystème industriel du territoire", "Une région des métaux.", "ARA-2026-007");
        put(fiche);
        assertEquals(List.of(fiche.entity()), found(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"agricole", "\"industriel écosystème\"", "industriel -territoire", "ARA-2026", "indust"})
    void whatIsNotSaidIsNotFound(String words) {
        put(fiche("L’écosystème industriel du territoire", "Une région des métaux.", "ARA-2026-007"));
        assertEquals(List.of(), found(words));
    }

    /** What is written, then the ways to ask for it. */
    @ParameterizedTest
    @CsvSource({
        "L’établissement public de coopération intercommunale délibère, EPCI;É.P.C.I.;E.P.C.I;l’EPCI;\"coopération intercommunale\"",
        "Les EPCI délibèrent, établissement public de coopération intercommunale;epci;E.P.C.I.",
        "Les E.P.C.I. délibèrent, EPCI;établissements publics de coopération intercommunale",
        "Un dossier DETR, dotation d’équipement des territoires ruraux;D.E.T.R.",
        "Des petites et moyennes entreprises, PME;-lyon PME;+PME",
        "Le procès-verbal de mise en service, mise-en-service;mise en service;mises-en-services;\"mise-en-service\"",
        "La mise-en-service du four, mise en service;\"mise en service\"",
        "Un éco-système industriel, écosystème;ecosystemes;éco-systèmes",
        "Des écosystèmes, éco-système;eco systeme"
    })
    void acronymsAndCompoundsAreFoundInEachSpelling(String written, String asked) {
        var fiche = fiche("titre", written, null);
        put(fiche);
        for (var words : asked.split(";")) {
            assertEquals(List.of(fiche.entity()), found(words), words);
            assertNull(find(words).correction(), words);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pacte OU introuvable",
                "titre:pactes",
                "titre:\"pacte local\"",
                "pacte type:fiche",
                "pacte année:2026",
                "pacte avant:2026-02 après:2025",
                "type:fiche"
            })
    void operatorsNarrow(String words) {
        var fiche = fiche("Pacte local", "Un texte.", null);
        put(fiche);
        assertEquals(List.of(fiche.entity()), found(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "titre:texte",
                "titre:\"local pacte\"",
                "pacte type:pdf",
                "pacte avant:2026",
                "pacte après:2026",
                "-titre:local"
            })
    void operatorsLeaveOut(String words) {
        put(fiche("Pacte local", "Un texte.", null));
        assertEquals(List.of(), found(words));
    }

    @Test
    void inQuotesAnAcronymIsOnlyItself() {
        put(fiche("titre", "L’établissement public de coopération intercommunale", null));
        assertEquals(List.of(), found("\"EPCI\""));
    }

    @Test
    void accentsWrittenApartAreTheSame() {
        var fiche = fiche("E\u0301cosyste\u0300me", "corps", null);
        put(fiche);
        assertEquals(List.of(fiche.entity()), found("écosystème"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\"",
                "\"\"",
                "+",
                "-",
                "- + |",
                "*",
                "a*",
                "~",
                "((",
                ")",
                "\\",
                "\u0000\u0007",
                "\uE000",
                "+-+-",
                "\"foo",
                "foo\"",
                "foo |",
                "| foo",
                "-foo",
                "foo~5",
                "\"foo bar\"~3",
                "field:foo",
                "[1 TO 2]",
                "/x.*/",
                "\uD83D",
                "foo AND (bar OR"
            })
    void nothingOnePutsInIsAnError(String words) {
        put(fiche("titre", "corps", null));
        assertTrue(find(words).total() >= 0);
    }

    @Test
    void tooMuchIsCut() {
        var fiche = fiche("mot titre", "corps", null);
        put(fiche);
        assertEquals(List.of(fiche.entity()), found("mot ".repeat(2_500)));
        assertEquals(0, find("x".repeat(10_000)).total());
    }

    @Test
    void aWordMistypedIsCorrected() {
        var fiche = fiche("Décarbonation", "de la métallurgie", null);
        put(fiche);
        assertEquals(List.of(fiche.entity()), found("décarbonaton"));
        assertEquals("decarbonation", find("décarbonaton").correction());
        assertEquals("la decarbonation -lyon", find("la decarbonaton -lyon").correction());
        assertEquals(0, find("zzzzzzzzzz").total());
        assertNull(find("zzzzzzzzzz").correction());
        assertNull(find("décarbonation").correction());
    }

    @Test
    void aWordIsCorrectedOnlyToWhatThisPersonMayRead() {
        put(fiche("hydroquinone", "corps", null));
        var mine = UUID.randomUUID();
        index().put(List.of(new Entry(
                Kind.FICHE,
                UUID.randomUUID(),
                0,
                1,
                mine,
                null,
                "plan stock",
                "",
                null,
                null,
                null,
                2026,
                DAY,
                Set.of())));
        index().refresh();
        var asked = index().find(new Query("plan stock hydroquinnone", Set.of(mine), Map.of(), 0, 10));
        assertEquals(1, asked.total());
        assertNull(asked.correction());
    }

    @Test
    void ofManyWordsMostAreEnoughAndTheMoreTheBetter() {
        var all = fiche("Récupérer la chaleur", "des fours de la fonderie pour chauffer le lycée", null);
        var most = fiche("Chaleur", "Les fours de la fonderie sont anciens.", null);
        var one = fiche("Le lycée", "Une visite.", null);
        put(one, most, all);
        var found = found("chaleur des fours de la fonderie et le lycée");
        assertEquals(List.of(all.entity(), most.entity()), found.subList(0, 2));
        assertEquals(List.of(all.entity()), found("chaleur fours fonderie +lycée"));
    }

    @Test
    void twoWordsAreBothMeantUnlessTheyFindNextToNothing() {
        var both = IntStream.range(0, 10)
                .mapToObj(number -> fiche("Prêt à l’innovation " + number, "corps", null))
                .toArray(Entry[]::new);
        var one = fiche("Prêt de salle", "corps", null);
        put(one);
        put(both);
        assertEquals(10, find("prêt innovation").total());
        assertEquals(11, find("prêt lotissement").total());
    }
}
