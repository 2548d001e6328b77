package fr.trame.infra.stack.artifact;

import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.process.LogTail;
import fr.trame.infra.stack.process.Spawner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lets the machine's Maven fetch files, so that its repositories, proxies and credentials apply. */
public final class Maven implements Fetching {

    private static final String VERSION = "3.9.0";
    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:" + VERSION + ":copy@";

    /** Maven's own words while it downloads, for example {@code Progress (1): 12/172 MB}. */
    private static final Pattern PROGRESS = Pattern.compile("(?<=Progress \\(\\d\\): )[\\d.]+/[\\d.]+ [kM]B");

    private final Spawner spawner;

    public Maven(Spawner spawner) {
        this.spawner = spawner;
    }

    /** One execution for each file, so that each lies there whole before the next begins. */
    @Override
    public void fetch(List<Artifact> artifacts, Path into, Consumer<String> watching) {
        var words = new ArrayList<>(List.of(
                "mvn", "-Dstyle.color=never", "-f", into.resolve("pom.xml").toString()));
        artifacts.forEach(artifact -> words.add(COPY + artifact.mark()));
        try {
            Files.writeString(into.resolve("pom.xml"), project(artifacts, into));
            spawner.run(
                    "fetch",
                    Command.of(into, words).with(Map.copyOf(System.getenv())),
                    log -> watching.accept(LogTail.last(log, PROGRESS).orElse("")));
        } catch (StackFailure failure) {
            throw new StackFailure(
                    "Maven could not fetch the parts. Is the network there, and does `mvn` reach its " + "repository? "
                            + failure.getMessage(),
                    failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String project(List<Artifact> artifacts, Path into) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>fr.trame.none</groupId>
                  <artifactId>parts</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build><plugins><plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-dependency-plugin</artifactId>
                    <version>%s</version>
                    <executions>%s</executions>
                  </plugin></plugins></build>
                </project>
                """
                .formatted(
                        VERSION,
                        artifacts.stream()
                                .map(artifact -> execution(artifact, into))
                                .collect(Collectors.joining()));
    }

    private static String execution(Artifact artifact, Path into) {
        return """
                <execution><id>%s</id><configuration>
                  <artifact>%s</artifact>
                  <outputDirectory>%s</outputDirectory>
                </configuration></execution>
                """
                .formatted(artifact.mark(), artifact.coordinates(), into);
    }
}
