package fr.trame.app.dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A file is saved under its name, and a name is never more than a name. */
class DispositionTest {

    @Test
    void aPlainNameIsGivenTwice() {
        assertEquals("attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf", Disposition.of(false, "plan.pdf"));
    }

    @Test
    void accentsAndSpacesSurvive() {
        assertEquals(
                "inline; filename=\"Etude n_1.pdf\"; filename*=UTF-8''%C3%89tude%20n%C2%B01.pdf",
                Disposition.of(true, "Étude n°1.pdf"));
    }

    @Test
    void aNameCannotEndTheHeaderOrOpenAnother() {
        var header = Disposition.of(false, "a\"; filename=\"evil.exe\r\nSet-Cookie: x=1.txt");
        assertFalse(header.contains("\r"));
        assertFalse(header.contains("\n"));
        assertFalse(header.contains("evil.exe\""));
        assertEquals(2, header.chars().filter(letter -> letter == '"').count());
    }

    @Test
    void onlyWhatRunsNothingIsShown() {
        assertTrue(Disposition.shown("application/pdf"));
        assertFalse(Disposition.shown("text/html"));
        assertFalse(Disposition.shown("image/svg+xml"));
    }
}
