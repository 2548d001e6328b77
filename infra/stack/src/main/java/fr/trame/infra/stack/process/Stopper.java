package fr.trame.infra.stack.process;

import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Stops one part: asks first, insists after a while. Its child processes go with it. */
public final class Stopper {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_MILLIS = 100;

    private Stopper() {}

    /** @return whether it stopped when asked; false means it was killed */
    public static boolean stop(ProcessRecord record) {
        var main = ProcessHandle.of(record.pid()).filter(process -> record.isRunning());
        if (main.isEmpty()) {
            return true;
        }
        var children = main.get().descendants().toList();
        ask(record.part(), main.get());
        boolean gone = waitFor(main.get(), children, PATIENCE);
        if (!gone) {
            main.get().destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            waitFor(main.get(), children, LAST_PATIENCE);
        }
        return gone;
    }

    /** PostgreSQL takes the usual signal as "when all clients have left"; the interrupt means now, in order. */
    private static void ask(Part part, ProcessHandle main) {
        if (part != Part.POSTGRES) {
            main.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(main.pid()))
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException noKill) {
            main.destroy();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean waitFor(ProcessHandle main, List<ProcessHandle> children, Duration patience) {
        var end = Instant.now().plus(patience);
        while (isAlive(main) || children.stream().anyMatch(Stopper::isAlive)) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** A zombie still counts as alive for Java. */
    private static boolean isAlive(ProcessHandle process) {
        return Identity.of(process.pid()).isPresent();
    }
}
