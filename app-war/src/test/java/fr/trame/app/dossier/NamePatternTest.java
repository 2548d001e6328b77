package fr.trame.app.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.app.BusinessException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NamePatternTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void eachPartHasItsPlace() {
        var pattern = new NamePattern("scan", "Devis", "AAP ", true, true);
        assertEquals("AAP 2026-11-22 Devis_a 07.pdf", pattern.apply("scan_a.pdf", 7, 12, DAY));
    }

    @Test
    void whatFollowsTheLastDotStays() {
        assertEquals("b.pdf.pdf", new NamePattern("a", "b", "", false, false).apply("a.pdf.pdf", 1, 1, DAY));
        assertEquals("x.pdf", new NamePattern("pdf", "x", "", false, false).apply("pdf.pdf", 1, 1, DAY));
        assertEquals("LISEZMOI 1", new NamePattern("", "", "", false, true).apply("LISEZMOI", 1, 3, DAY));
    }

    @Test
    void aTextIsTakenAsItIs() {
        assertEquals("a$1b.txt", new NamePattern(".*", "$1", "", false, false).apply("a.*b.txt", 1, 1, DAY));
    }

    @Test
    void aPatternThatChangesNothingIsNone() {
        var none = new NamePattern("", "x", "", false, false);
        assertThrows(BusinessException.class, none::check);
    }
}
