package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SampleFileTest {

    @Test
    void aHeavyFileIsAPdfOfTheSizeAskedFor() throws IOException {
        var file = SampleFile.heavy(1024 * 1024);
        assertEquals(1, file.mebibytes(), 0.01);
        try (var document = Loader.loadPDF(file.bytes())) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void aPdfHasItsPagesAndItsWord() throws IOException {
        var file = SampleFile.pdf("zyxabc", new Words(5), 3);
        try (var document = Loader.loadPDF(file.bytes())) {
            assertEquals(3, document.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(document).contains("zyxabc"));
        }
    }
}
