package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.setting.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {

    @Test
    void aLineIsFoundByItsBeginning(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t  2048 kB\n");
        assertEquals(2048, Memory.line(file, "VmRSS:"));
        assertEquals(0, Memory.line(file, "Pss:"));
        assertEquals(0, Memory.line(folder.resolve("gone"), "Pss:"));
    }

    @Test
    void whatDoesNotRunHasNoMemory(@TempDir Path folder) {
        assertEquals(Map.of(), Memory.of(new Home(folder)));
    }

    @Test
    void theMachineSaysWhatItIs() {
        assertTrue(Machine.description().matches("\\d+ cores, \\d+ GiB of memory, .+, JDK \\S+"));
    }
}
