package fr.trame.infra.stack.setting;

import fr.trame.infra.stack.console.StackFailure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The port plan of one stack. A variable names a port exactly; the offset moves the others. */
public final class Ports {

    private static final int HIGHEST = 65535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /** @throws StackFailure when a number is no port, or two parts got the same one */
    public static Ports plan(Map<String, String> environment, int offset) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var given = environment.get(port.variable());
            int number = given == null || given.isBlank() ? port.usual() + offset : number(port, given.strip());
            refuseUnlessPort(port, number);
            refuseIfTaken(numbers, port, number);
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    private static int number(Port port, String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException notANumber) {
            throw new StackFailure(port.variable() + " is '" + given + "': give a port number.", notANumber);
        }
    }

    private static void refuseUnlessPort(Port port, int number) {
        if (number < 1 || number > HIGHEST) {
            throw new StackFailure("The port of " + port.part().words() + " would be " + number
                    + ": ports go from 1 to " + HIGHEST + ". Change --port-offset or " + port.variable() + ".");
        }
    }

    private static void refuseIfTaken(Map<Port, Integer> numbers, Port port, int number) {
        numbers.forEach((other, taken) -> {
            if (taken == number) {
                throw new StackFailure("Port " + number + " is asked for twice, by " + other.variable() + " and "
                        + port.variable() + ". Change one of them.");
            }
        });
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    /** A plain address on the loopback interface. */
    public String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** The ports that one part opens. */
    public static List<Port> openedBy(Part part) {
        return Arrays.stream(Port.values()).filter(port -> port.part() == part).toList();
    }
}
