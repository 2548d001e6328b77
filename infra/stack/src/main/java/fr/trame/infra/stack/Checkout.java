package fr.trame.infra.stack;

import fr.trame.infra.stack.console.StackFailure;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the project this launcher was built in. */
final class Checkout {

    private Checkout() {}

    /** @throws StackFailure when the launcher's jar was moved out of the project */
    static Path find() {
        var here = codeFolder();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("infra/stack/pom.xml"))) {
                return folder;
            }
        }
        throw new StackFailure("The launcher lies in " + here + ", outside the project. Run infra/up of the project.");
    }

    private static Path codeFolder() {
        try {
            return Path.of(Checkout.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException impossible) {
            throw new StackFailure("The launcher cannot find itself: " + impossible, impossible);
        }
    }
}
