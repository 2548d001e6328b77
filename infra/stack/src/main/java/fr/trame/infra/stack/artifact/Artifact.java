package fr.trame.infra.stack.artifact;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A file from a Maven repository and what it must be.
 *
 * @param coordinates group:artifact:version:type[:classifier]
 */
public record Artifact(String coordinates, String sha256) {

    private static final Pattern COLON = Pattern.compile(":");
    private static final String PINNED = "/stack/parts.properties";

    /** The pinned artifact of this name. */
    public static Artifact pinned(String name) {
        var pinned = new Properties();
        try (var in = Artifact.class.getResourceAsStream(PINNED)) {
            pinned.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var coordinates = pinned.getProperty(name + ".artifact");
        var sha256 = pinned.getProperty(name + ".sha256");
        if (coordinates == null || sha256 == null) {
            throw new StackFailure("Nothing is pinned under the name " + name + ": this machine is not supported.");
        }
        return new Artifact(coordinates, sha256);
    }

    /** The name Maven gives the file: artifact-version[-classifier].type. */
    public String fileName() {
        var words = COLON.splitAsStream(coordinates).toList();
        var classifier = words.size() > 4 ? "-" + words.get(4) : "";
        return words.get(1) + "-" + words.get(2) + classifier + "." + words.get(3);
    }

    /** Where a Maven repository keeps it. */
    String repositoryPath() {
        var words = COLON.splitAsStream(coordinates).toList();
        return String.join("/", words.get(0).replace('.', '/'), words.get(1), words.get(2), fileName());
    }

    /** Short, and different for different content. */
    public String mark() {
        return sha256.substring(0, Checksum.MARK_LENGTH);
    }
}
