package fr.trame.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamedLimitsTest {

    private static final Map<String, List<String>> PLACES = Map.of(
            "r", List.of("ROA", "Roannais"), "b", List.of("HBU", "Haut-Bugey"), "l", List.of("LOI", "Haute-Loire"));

    @Test
    void aWorkspaceIsNamedByItsCodeOrTheBeginningsOfItsName() {
        assertEquals(Set.of("r"), limits("usine espace:roannais").workspaces());
        assertEquals(Set.of("r"), limits("usine WORKSPACE:roa").workspaces());
        assertEquals(Set.of("b"), limits("espace:\"haut bug\" usine").workspaces());
        assertEquals(Set.of("b", "l"), limits("espace:haut usine").workspaces());
        assertEquals(
                Set.of("b", "r"), limits("espace:roannais espace:bugey usine").workspaces());
    }

    @Test
    void theRestIsLookedForAndTheLimitsAreKeptAsTyped() {
        var limits = limits("usine  espace:roannais -bois auteur:\"chef\" type:pdf");
        assertEquals("usine -bois type:pdf", limits.rest().replaceAll("\\s+", " "));
        assertEquals("espace:roannais auteur:\"chef\"", limits.typed());
        assertEquals(Set.of("s1"), limits.authors());
    }

    @Test
    void aNameNobodyHasIsWordsLikeOthers() {
        var limits = limits("espace:inconnu auteur:personne espace: auteur:\"\"");
        assertEquals("espace:inconnu auteur:personne espace: auteur:\"\"", limits.rest());
        assertNull(limits.workspaces());
        assertNull(limits.authors());
    }

    @Test
    void whatStandsInQuotesIsLookedForAsItIs() {
        var limits = limits("\"un espace:roannais\" monespace:roannais");
        assertEquals("\"un espace:roannais\" monespace:roannais", limits.rest());
        assertNull(limits.workspaces());
    }

    @Test
    void namesAreComparedWithoutAccentsByTheBeginningsOfTheirWords() {
        assertEquals("l ete a besancon 2026", Folded.of("L’été à Besançon (2026)"));
        assertTrue(Folded.begins("Région Auvergne-Rhône-Alpes", "rhone reg"));
        assertFalse(Folded.begins("Région", "egion"));
        assertFalse(Folded.begins("Région", ""));
    }

    @Test
    void whatASpreadsheetWouldRunIsMadeText() {
        for (var formula : List.of("=1+1", "+33", "-2", "@x", "\tx", "\rx")) {
            assertEquals("'" + formula, ResultsTable.harmless(formula));
        }
        assertEquals("Plan = +", ResultsTable.harmless("Plan = +"));
        assertEquals("", ResultsTable.harmless(null));
    }

    private static NamedLimits limits(String words) {
        return NamedLimits.of(
                words, PLACES, name -> "chef".startsWith(name) ? Map.of("s1", List.of("Chef de projet")) : Map.of());
    }
}
