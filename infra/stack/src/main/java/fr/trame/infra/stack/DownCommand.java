package fr.trame.infra.stack;

import fr.trame.infra.stack.process.ProcessRecord;
import fr.trame.infra.stack.process.Stopper;
import fr.trame.infra.stack.setting.Home;
import fr.trame.infra.stack.setting.Part;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops the stack, or some parts of it, whichever launcher started them. */
@Command(name = "down", description = "Stops the stack, or the named parts.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "Only these parts.")
    private List<String> parts = new ArrayList<>();

    @Mixin
    private HomeOption where = new HomeOption();

    @Override
    public Integer call() {
        var chosen = new HashSet<Part>();
        parts.forEach(id -> chosen.add(Part.of(id)));
        int stopped = stop(where.home(), chosen.isEmpty() ? Set.of(Part.values()) : chosen, System.out);
        if (stopped == 0) {
            System.out.println("Nothing was running in " + where.home().root() + ".");
        }
        return 0;
    }

    /** @return how many were running */
    static int stop(Home home, Set<Part> parts, PrintStream out) {
        int stopped = 0;
        for (var part : Part.lastFirst()) {
            var record = ProcessRecord.read(home, part).filter(r -> parts.contains(part));
            if (record.isPresent()) {
                boolean running = record.get().isRunning();
                record.get().forget(home);
                if (running) {
                    boolean inOrder = Stopper.stop(record.get());
                    out.println("  " + part.title() + (inOrder ? " stopped" : " did not stop when asked: killed"));
                    stopped++;
                }
            }
        }
        return stopped;
    }
}
