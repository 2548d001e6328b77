package fr.trame.infra.stack.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whereThereIsNoneItSaysWhatToInstall() {
        var none = Tesseract.find(folder.toString());
        assertFalse(none.readsFrench());
        assertTrue(none.why().contains("tesseract-ocr-fra"), none::why);
    }

    @Test
    void itReadsFrenchOnlyWithTheWordsAndTheWayUp() throws IOException {
        install("eng fra osd");
        var found = Tesseract.find("/nowhere:" + folder);
        assertTrue(found.readsFrench(), found::toString);
        assertEquals("Tesseract 5.3.0, in French", found.title());
        install("eng osd");
        assertFalse(Tesseract.find(folder.toString()).readsFrench());
        install("fra");
        assertFalse(Tesseract.find(folder.toString()).readsFrench());
    }

    private void install(String languages) throws IOException {
        var program = folder.resolve("tesseract");
        Files.writeString(
                program,
                """
                #!/bin/sh
                if [ "$1" = --version ]; then echo tesseract 5.3.0; else printf 'List:\\n%s\\n'; fi
                """
                        .formatted(languages.replace(" ", "\\n")));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
