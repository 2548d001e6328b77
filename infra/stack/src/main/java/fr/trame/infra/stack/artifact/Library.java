package fr.trame.infra.stack.artifact;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Jars of the product that lie on the launcher's class path to be handed to a part as they are. */
public final class Library {

    private Library() {}

    /** The jar in which this resource lies. @throws StackFailure when it is in no jar: the project is not packaged */
    public static Path holding(String resource) {
        var found = Library.class.getClassLoader().getResource(resource);
        if (found == null || !"jar".equals(found.getProtocol())) {
            throw new StackFailure(
                    "No jar holds " + resource + ". Package the project first: " + "mvn -DskipTests package.");
        }
        return jar(found);
    }

    private static Path jar(URL found) {
        try {
            return Path.of(new URI(
                    ((JarURLConnection) found.openConnection()).getJarFileURL().toString()));
        } catch (IOException | URISyntaxException failure) {
            throw new StackFailure("The jar of " + found + " cannot be found: " + failure, failure);
        }
    }
}
