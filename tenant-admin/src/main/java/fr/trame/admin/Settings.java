package fr.trame.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The environment, read by name. A command names all it needs before it does anything. */
public final class Settings {

    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** @throws Refused naming every variable that is missing or blank, not only the first */
    public Settings require(List<String> names) {
        var missing = names.stream().filter(name -> value(name).isBlank()).toList();
        if (!missing.isEmpty()) {
            throw new Refused("Missing configuration: " + String.join(", ", missing)
                    + ". Set it in the environment (the development stack writes app.env) and run the command again.");
        }
        return this;
    }

    public String get(String name) {
        require(List.of(name));
        return value(name).strip();
    }

    public String get(String name, String whenAbsent) {
        return Stream.of(value(name).strip(), whenAbsent)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** @throws Refused when the variable is not a whole number between the bounds */
    public int number(String name, int whenAbsent, int lowest, int highest) {
        var text = get(name, Integer.toString(whenAbsent));
        try {
            var number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, like a number out of bounds
        }
        throw new Refused(name + " is '" + text + "': give a whole number between " + lowest + " and " + highest + ".");
    }

    private String value(String name) {
        return environment.getOrDefault(name, "");
    }
}
