package fr.trame.infra.stack;

import fr.trame.infra.stack.process.Health;
import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which parts run, where, and whether they are well. Exit code 0: all that was started is well; 3 otherwise. */
@Command(name = "status", description = "Shows each part.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_WELL = 3;

    @Mixin
    private HomeOption where = new HomeOption();

    @Override
    public Integer call() {
        var home = where.home();
        row("PART", "STATE", "PROCESS", "PORTS", "HEALTH");
        int running = 0;
        boolean well = true;
        for (var part : Part.values()) {
            var state = show(home, part);
            running += state == State.DOWN ? 0 : 1;
            well &= state != State.UNWELL
                    && !(state == State.DOWN && ProcessRecord.read(home, part).isPresent());
        }
        return running > 0 && well ? 0 : NOT_WELL;
    }

    private enum State {
        DOWN,
        UNWELL,
        WELL
    }

    private static State show(Home home, Part part) {
        var record = ProcessRecord.read(home, part);
        if (record.isEmpty()) {
            row(part.title(), "down", "-", "-", "-");
            return State.DOWN;
        }
        var known = record.get();
        if (!known.isRunning()) {
            row(part.title(), "down", "-", known.ports(), "ended by itself; see its log");
            return State.DOWN;
        }
        boolean well = Health.isWell(known.health());
        var health = (well ? "well (" : "does not answer (") + known.health() + ")";
        row(part.title(), "up", Long.toString(known.pid()), known.ports(), health);
        return well ? State.WELL : State.UNWELL;
    }

    private static void row(String part, String state, String process, String ports, String health) {
        System.out.printf(Locale.ROOT, "%-15s %-6s %8s  %-12s %s%n", part, state, process, ports, health);
    }
}
