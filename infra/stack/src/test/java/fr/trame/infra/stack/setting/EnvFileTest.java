package fr.trame.infra.stack.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) {
        var file = folder.resolve("env");
        var values = Map.of("KEY", "base64==", "ADDRESS", "jdbc:postgresql://127.0.0.1/x?a=b");
        EnvFile.write(file, values);
        assertEquals(values, EnvFile.read(file));
    }

    @Test
    void onlyTheOwnerReadsIt(@TempDir Path folder) throws IOException {
        var file = folder.resolve("env");
        Files.writeString(file, "an older file that everybody could read");
        EnvFile.write(file, Map.of("KEY", "secret"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void commentsAndEmptyLinesAreSkipped(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("env"), "# where\n\n KEY = value # kept \n");
        assertEquals(Map.of("KEY", "value # kept"), EnvFile.read(file));
    }

    @Test
    void aLineWithoutASignIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("env"), "A=1\nexport\n");
        var refusal = assertThrows(StackFailure.class, () -> EnvFile.read(file));
        assertTrue(String.valueOf(refusal.getMessage()).contains("line 2"));
    }

    @Test
    void aLineBreakCannotSmuggleAnotherVariable(@TempDir Path folder) {
        assertThrows(StackFailure.class, () -> EnvFile.write(folder.resolve("env"), Map.of("A", "1\nB=2")));
    }
}
