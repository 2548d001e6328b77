package fr.trame.infra.stack;

import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.process.PortOwner;
import fr.trame.infra.stack.setting.Part;
import fr.trame.infra.stack.setting.Port;
import fr.trame.infra.stack.setting.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What can be known to fail before anything starts. */
final class Preflight {

    private static final long GIB = 1L << 30;
    private static final long NEEDED = 3 * GIB;
    private static final int OLDEST_JAVA = 17;

    private Preflight() {}

    static void check(Plan plan) {
        requireMachine();
        requireSpace(plan.home().root());
        requireSpace(plan.site().tools().artifacts().cache().root());
        plan.toStart().forEach(part -> requirePorts(plan.site().ports(), part));
        requireApplication(plan);
        plan.external().requireReachable();
    }

    private static void requireMachine() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
            throw new StackFailure("infra/up runs its parts on Linux only. On another system, run it in a Linux "
                    + "machine, or give services that exist already with --external.");
        }
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new StackFailure("infra/up runs on Java " + Runtime.version().feature() + ", and needs a JDK "
                    + OLDEST_JAVA + " or newer. Set JAVA_HOME to one.");
        }
    }

    private static void requireSpace(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < NEEDED) {
                throw new StackFailure(String.format(
                        Locale.ROOT,
                        "The disk of %s has %.1f GiB left, and the stack needs %d. Free some, or choose another disk "
                                + "with TRAME_HOME and TRAME_CACHE.",
                        folder,
                        (double) free / GIB,
                        NEEDED / GIB));
            }
        } catch (IOException failure) {
            throw new StackFailure("The free space of " + folder + " cannot be read: " + failure, failure);
        }
    }

    private static void requireApplication(Plan plan) {
        var war = plan.wishes().war();
        if (plan.toStart().contains(Part.APP) && !Files.isRegularFile(war)) {
            throw new StackFailure("The application " + war + " is not built. Build it with mvn -DskipTests package, "
                    + "or start the rest with infra/up --without app.");
        }
    }

    /** @throws StackFailure naming part, port, holder and remedy when one of the part's ports is taken */
    static void requirePorts(Ports ports, Part part) {
        for (var port : Ports.openedBy(part)) {
            requireFree(port, ports.of(port));
        }
    }

    private static void requireFree(Port port, int number) {
        if (!PortOwner.isFree(number)) {
            var owner = PortOwner.describe(number).map(who -> " by " + who).orElse(" by another program");
            throw new StackFailure("Port " + number + ", which " + port.part().words() + " needs, is taken" + owner
                    + ". Stop that program, or choose another port: " + port.variable() + "=" + (number + 1)
                    + " infra/up (or --port-offset to move all of them).");
        }
    }
}
