package fr.trame.app.fiche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.fiche.WorkflowState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The address says what a list shows; nonsense in it is left out. */
class FicheSearchTest {

    @Test
    void anEmptyQueryShowsEverythingByReference() {
        var search = new FicheSearch(Map.of());
        assertFalse(search.isNarrow());
        assertEquals("reference", search.getSort());
        assertTrue(search.isAscending());
        assertEquals(0, search.getFirst());
    }

    @Test
    void whatTheQueryAsksForIsLookedFor() {
        var search = new FicheSearch(Map.of(
                "q", new String[] {" friche "},
                "state", new String[] {"SUBMITTED", "VALIDATED"},
                "axis", new String[] {"ATTRACT"},
                "late", new String[] {"1"},
                "page", new String[] {"3"}));
        var filter = search.filter(UUID.randomUUID(), "end", false, 50, 25);
        assertEquals("friche", filter.text());
        assertEquals(Set.of(WorkflowState.SUBMITTED, WorkflowState.VALIDATED), filter.states());
        assertEquals(Set.of("ATTRACT"), filter.axes());
        assertTrue(filter.lateOnly());
        assertEquals(50, search.getFirst());
    }

    @Test
    void nonsenseIsLeftOut() {
        var search = new FicheSearch(Map.of(
                "state", new String[] {"LOST", ""},
                "sort", new String[] {"password"},
                "page", new String[] {"-1"},
                "late", new String[] {"maybe"}));
        assertEquals(List.of(), search.getStates());
        assertEquals("reference", search.getSort());
        assertEquals(0, search.getFirst());
        assertFalse(search.isNarrow());
    }

    @Test
    void theAddressSaysWhatIsShown() {
        var search = new FicheSearch(Map.of("q", new String[] {"é & co"}, "state", new String[] {"DRAFT", "CLOSED"}));
        assertEquals(
                "q=%C3%A9+%26+co&state=DRAFT&state=CLOSED&sort=end&dir=desc&page=2", search.query("end", false, 2));
        assertEquals("", new FicheSearch(Map.of()).query("reference", true, 1));
    }
}
