package fr.trame.app.scan.clamd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.app.scan.VirusScanner.Kind;
import fr.trame.app.scan.VirusScanner.ScannerUnavailable;
import fr.trame.app.scan.VirusScanner.Verdict;
import org.junit.jupiter.api.Test;

class ClamdScannerTest {

    @Test
    void eachAnswerIsAVerdict() {
        assertEquals(new Verdict(Kind.CLEAN, ""), ClamdScanner.verdict("stream: OK"));
        assertEquals(new Verdict(Kind.INFECTED, "Test.File"), ClamdScanner.verdict("stream: Test.File FOUND"));
        assertEquals(new Verdict(Kind.TOO_LARGE, ""), ClamdScanner.verdict("INSTREAM size limit exceeded. ERROR"));
    }

    @Test
    void whatCannotBeToldIsNeverClean() {
        assertThrows(ScannerUnavailable.class, () -> ClamdScanner.verdict(""));
        assertThrows(ScannerUnavailable.class, () -> ClamdScanner.verdict("stream: Can't allocate memory ERROR"));
        assertThrows(ScannerUnavailable.class, () -> ClamdScanner.verdict("stream: OK FOUND OK"));
    }
}
