package fr.trame.infra.stack.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {

    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Artifact ABC = new Artifact("fr.trame.none:abc:1.0:jar:small", SHA256_OF_ABC);

    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void aFileIsFetchedOnce(@TempDir Path folder) throws IOException {
        var artifacts = new Artifacts(new Cache(folder), serving("abc"));
        var file = artifacts.file(ABC, silent());
        assertEquals("abc", Files.readString(file));
        assertEquals(file, artifacts.file(ABC, silent()));
        assertEquals(1, fetched.get());
    }

    @Test
    void filesOrderedTogetherComeFromOneFetch(@TempDir Path folder) throws IOException {
        var other = new Artifact("fr.trame.none:def:1.0:jar", SHA256_OF_ABC);
        var artifacts = new Artifacts(new Cache(folder), serving("abc"));
        artifacts.order(List.of(ABC, other));
        assertEquals("abc", Files.readString(artifacts.file(other, silent())));
        assertEquals("abc", Files.readString(artifacts.file(ABC, silent())));
        assertEquals(1, fetched.get());
    }

    @Test
    void anotherContentThanThePinnedOneIsRefusedAndNotKept(@TempDir Path folder) {
        var artifacts = new Artifacts(new Cache(folder), serving("abd"));
        var refusal = assertThrows(StackFailure.class, () -> artifacts.file(ABC, silent()));
        assertTrue(String.valueOf(refusal.getMessage()).contains("expected " + SHA256_OF_ABC));
        assertThrows(StackFailure.class, () -> new Artifacts(new Cache(folder), serving("abd")).file(ABC, silent()));
        assertEquals(2, fetched.get());
    }

    @Test
    void aKeptFileThatChangedIsNoticed(@TempDir Path folder) throws IOException {
        var artifacts = new Artifacts(new Cache(folder), serving("abc"));
        Files.writeString(artifacts.file(ABC, silent()), "abx");
        var later = new Artifacts(new Cache(folder), serving("abc"));
        assertThrows(StackFailure.class, () -> later.file(ABC, silent()));
    }

    @Test
    void aTreeThatWasInterruptedIsMadeAgain(@TempDir Path folder) throws IOException {
        var cache = new Cache(folder);
        assertThrows(
                StackFailure.class,
                () -> cache.tree("programs", tree -> {
                    Files.writeString(tree.resolve("half"), "");
                    throw new IOException("the disk is full");
                }));
        var tree = cache.tree("programs", whole -> Files.writeString(whole.resolve("all"), ""));
        assertTrue(Files.notExists(tree.resolve("half")));
        cache.tree("programs", again -> {
            throw new IOException("made twice");
        });
    }

    @Test
    void everyPinnedFileHasCoordinatesAndASum() {
        for (var name : new String[] {
            "postgres-amd64", "postgres-arm64", "keycloak", "elasticsearch", "payara", "s3proxy", "greenmail", "tika"
        }) {
            assertEquals(64, Artifact.pinned(name).sha256().length(), name);
        }
        assertEquals(
                "s3proxy-4.1.0-jar-with-dependencies.jar",
                Artifact.pinned("s3proxy").fileName());
        assertThrows(StackFailure.class, () -> Artifact.pinned("postgres-mips"));
    }

    private Fetching serving(String content) {
        return (artifacts, into, watching) -> {
            fetched.incrementAndGet();
            try {
                for (var artifact : artifacts) {
                    Files.writeString(into.resolve(artifact.fileName()), content);
                    watching.accept("3/3 B");
                    watching.accept("");
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }

    private static Lane silent() {
        return new Lane() {
            @Override
            public void doing(String what) {}

            @Override
            public void progress(String howFar) {}

            @Override
            public void done(String what) {}
        };
    }
}
