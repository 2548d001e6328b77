package fr.trame.app.search.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.search.SearchIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final String ROANNE = "00000000-0000-7000-8000-000000000001";

    @Test
    void everythingAskedStandsInTheAddress() {
        var asked = Asked.from(Map.of(
                "q", new String[] {"chaleur & eau"},
                "kind", new String[] {"DOCUMENT", "FICHE"},
                "workspace", new String[] {ROANNE},
                "page", new String[] {"3"}));

        assertEquals(
                "/search?q=chaleur+%26+eau&kind=DOCUMENT&kind=FICHE&workspace=" + ROANNE + "&page=3", asked.address());
    }

    @Test
    void whatNoFacetCanBeIsLeftOut() {
        var asked = Asked.from(Map.of(
                "q", new String[] {" usine "},
                "kind", new String[] {"PERSON", "FICHE"},
                "workspace", new String[] {"' or 1=1"},
                "status", new String[] {"VALIDATED", "validated"},
                "type", new String[] {"../pdf", "pdf"},
                "year", new String[] {"20260"},
                "page", new String[] {"-2"}));

        assertEquals(
                Map.of("kind", Set.of("FICHE"), "status", Set.of("VALIDATED"), "type", Set.of("pdf")), asked.filters());
        assertEquals("usine", asked.words());
        assertEquals(1, asked.page());
    }

    @Test
    void operatorsAloneAskNothing() {
        assertFalse(Asked.from(Map.of("q", new String[] {"+ \"*\" -|"})).hasWords());
        assertFalse(Asked.from(Map.of()).hasWords());
        assertTrue(Asked.from(Map.of("q", new String[] {"+é"})).hasWords());
    }

    @Test
    void choosingTwiceGivesUpAndGoesBackToTheFirstPage() {
        var asked = new Asked(
                "usine", Map.of("type", Set.of("pdf")), 4, SearchIndex.Order.RELEVANCE, null, Optional.empty());

        assertEquals(
                "/search?q=usine&type=docx&type=pdf",
                asked.toggled("type", "docx").address());
        assertEquals("/search?q=usine", asked.toggled("type", "pdf").address());
        assertEquals("/search?q=usine&type=pdf&page=5", asked.page(5).address());
        assertEquals("/search?q=usine", asked.unfiltered().address());
    }

    @Test
    void pagesAroundThisOneAreOffered() {
        assertEquals(List.of(1), Pages.of(1, 20).around());
        assertEquals(List.of(1, 2, 3), Pages.of(1, 1000).around());
        assertEquals(List.of(3, 4, 5), Pages.of(5, 99).around());
        assertEquals(500, Pages.of(1, 10_000_000).last());
    }
}
