package fr.trame.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/**
 * Where a class lives below the root.
 *
 * @param capability the first folder, "" for the root itself
 * @param inside what comes after it ({@code web}, {@code api}, a product's name), "" for the capability's public face
 */
record Place(String capability, String inside) {

    /** @return the place, empty for a class that is not below the root */
    static Optional<Place> of(String root, JavaClass type) {
        var name = type.getPackageName();
        if (name.equals(root)) {
            return Optional.of(new Place("", ""));
        }
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var below = name.substring(root.length() + 1);
        var dot = below.indexOf('.');
        return Optional.of(
                dot < 0 ? new Place(below, "") : new Place(below.substring(0, dot), below.substring(dot + 1)));
    }

    /** @return {@code web} or {@code api} for what all doors share and for the doors of a capability, "" otherwise */
    String door() {
        return isDoor(capability) ? capability : isDoor(inside) ? inside : "";
    }

    /** @return whether this is what all doors of a kind share */
    boolean shared() {
        return isDoor(capability);
    }

    /** @return the folder as a path of names, "root" for the root */
    String folder() {
        return capability.isEmpty() ? "root" : inside.isEmpty() ? capability : capability + "." + inside;
    }

    private static boolean isDoor(String name) {
        return name.equals("web") || name.equals("api");
    }
}
