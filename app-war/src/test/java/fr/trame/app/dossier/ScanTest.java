package fr.trame.app.dossier;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScanTest {

    private static final String TEXT = "Le comité de pilotage se réunit chaque trimestre, en préfecture.";
    private static final String PDF = "application/pdf";

    @Test
    void aPdfWithAPageWithoutTextIsAScan() {
        assertTrue(Scan.isOne(PDF, List.of(TEXT, "", TEXT)));
        assertFalse(Scan.isOne(PDF, List.of(TEXT, TEXT)));
    }

    @Test
    void aPageNumberOrAStampMakesNoText() {
        assertTrue(Scan.isOne(PDF, List.of(TEXT, "Page 2 sur 10, reçu le 3 août 2026")));
    }

    @Test
    void aPictureIsAScanAndAnOfficeFileIsNone() {
        assertTrue(Scan.isOne("image/png", List.of("")));
        assertFalse(Scan.isOne("text/plain", List.of("")));
    }
}
