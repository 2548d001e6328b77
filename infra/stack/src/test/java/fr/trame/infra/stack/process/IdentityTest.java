package fr.trame.infra.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    private static final String AFTER_NAME = " S 1 2 3 0 -1 4194560 1 0 0 0 1 1 0 0 20 0 1 0 987654 100 50";

    @Test
    void aNameWithBlanksAndBracketsDoesNotShiftTheColumns() {
        assertEquals(Optional.of("boot:987654"), Identity.mark("42 (a ) (b)" + AFTER_NAME, "boot"));
    }

    @Test
    void aZombieDoesNotRun() {
        assertEquals(Optional.empty(), Identity.mark("42 (java)" + AFTER_NAME.replace(" S ", " Z "), "boot"));
    }

    @Test
    void anotherProcessUnderTheSameNumberIsNotOurs(@TempDir Path folder) {
        long us = ProcessHandle.current().pid();
        var ours = new ProcessRecord(Part.MAIL, us, Identity.of(us).orElseThrow(), "1 2", "tcp://x:1");
        var older = new ProcessRecord(Part.MAIL, us, "another boot:1", "1 2", "tcp://x:1");
        assertTrue(ours.isRunning());
        assertFalse(older.isRunning());
    }

    @Test
    void aRecordIsRememberedUntilItIsForgotten(@TempDir Path folder) {
        var home = new Home(folder);
        home.create();
        var record = new ProcessRecord(Part.STORE, 1, "boot:1", "19000", "http://127.0.0.1:19000/");
        record.write(home);
        assertEquals(Optional.of(record), ProcessRecord.read(home, Part.STORE));
        record.forget(home);
        assertEquals(Optional.empty(), ProcessRecord.read(home, Part.STORE));
    }

    @Test
    void aProcessIsStoppedOnlyIfItIsTheOneThatWasStarted() throws IOException, InterruptedException {
        var process = new ProcessBuilder("sleep", "60").start();
        var mark = Identity.of(process.pid()).orElseThrow();
        Stopper.stop(new ProcessRecord(Part.MAIL, process.pid(), "another boot:1", "", ""));
        assertTrue(process.isAlive());
        assertTrue(Stopper.stop(new ProcessRecord(Part.MAIL, process.pid(), mark, "", "")));
        assertEquals(128 + 15, process.waitFor());
    }
}
