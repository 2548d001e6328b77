package fr.trame.infra.stack.artifact;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pinned files: from the cache, else from Maven's store on this machine, else fetched by Maven. Each is compared with
 * its checksum at each use. Files are ordered together, so that one Maven brings them all, the most urgent first.
 */
public final class Artifacts {

    private static final String FETCH = "maven-fetch";

    private final Map<Artifact, CompletableFuture<Path>> ordered = new ConcurrentHashMap<>();
    private final Map<Artifact, Lane> waiting = new ConcurrentHashMap<>();
    private final Cache cache;
    private final Fetching maven;

    public Artifacts(Cache cache, Fetching maven) {
        this.cache = cache;
        this.maven = maven;
    }

    public Cache cache() {
        return cache;
    }

    /** Begins to bring what is not here yet, in this order, and returns at once. */
    public void order(List<Artifact> artifacts) {
        var missing = artifacts.stream()
                .filter(artifact -> !Files.exists(place(artifact)))
                .filter(artifact -> ordered.putIfAbsent(artifact, new CompletableFuture<>()) == null)
                .toList();
        if (!missing.isEmpty()) {
            var bringing = new Thread(() -> bring(missing), "artifacts");
            bringing.setDaemon(true);
            bringing.start();
        }
    }

    /** The file, when it is here. @throws StackFailure when it cannot be had, or is not what was pinned */
    public Path file(Artifact artifact, Lane lane) {
        order(List.of(artifact));
        var coming = ordered.get(artifact);
        if (coming == null) {
            require(artifact, place(artifact), place(artifact));
            return place(artifact);
        }
        waiting.put(artifact, lane);
        if (!coming.isDone()) {
            lane.doing("waiting for " + artifact.fileName());
        }
        try {
            return coming.join();
        } catch (CompletionException failure) {
            throw new StackFailure(StackFailure.sentence(failure), failure);
        }
    }

    private Path place(Artifact artifact) {
        return cache.files().resolve(artifact.mark() + "-" + artifact.fileName());
    }

    private void bring(List<Artifact> missing) {
        try {
            cache.locked(FETCH, () -> {
                var folder = Files.createTempDirectory(cache.root(), "fetch");
                try {
                    bring(missing, folder);
                } finally {
                    Cache.delete(folder);
                }
                return folder;
            });
        } catch (RuntimeException failure) {
            missing.forEach(artifact -> arrival(artifact).completeExceptionally(failure));
        }
    }

    private void bring(List<Artifact> missing, Path folder) throws IOException {
        var absent = new ArrayList<Artifact>();
        for (var artifact : missing) {
            var local = localRepository().resolve(artifact.repositoryPath());
            if (Files.exists(place(artifact))) {
                arrival(artifact).complete(place(artifact));
            } else if (Files.isRegularFile(local)) {
                accept(artifact, Files.copy(local, folder.resolve(artifact.fileName())), local);
            } else {
                absent.add(artifact);
            }
        }
        if (!absent.isEmpty()) {
            var arrivals = new Arrivals(absent, folder);
            maven.fetch(List.copyOf(absent), folder, progress -> look(arrivals, progress));
            for (var artifact : arrivals.expected()) {
                accept(artifact, arrivals.file(artifact), arrivals.file(artifact));
            }
        }
    }

    /** Hands over what arrived whole, and tells whoever waits for the next file how far it is. */
    private void look(Arrivals arrivals, String progress) {
        for (var artifact : arrivals.whole()) {
            accept(artifact, arrivals.file(artifact), arrivals.file(artifact));
        }
        arrivals.expected().stream()
                .findFirst()
                .map(waiting::get)
                .ifPresent(lane -> lane.progress("fetching with Maven " + progress));
    }

    private void accept(Artifact artifact, Path fresh, Path source) {
        require(artifact, fresh, source);
        try {
            Files.move(fresh, place(artifact), ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        arrival(artifact).complete(place(artifact));
    }

    private CompletableFuture<Path> arrival(Artifact artifact) {
        return ordered.computeIfAbsent(artifact, a -> new CompletableFuture<>());
    }

    /** Maven's own store, at its usual place; what lies there is compared with the checksum like the rest. */
    private static Path localRepository() {
        return Path.of(System.getProperty("user.home"), ".m2", "repository");
    }

    private static void require(Artifact artifact, Path file, Path source) {
        var found = Files.exists(file) ? Checksum.of(file) : "missing";
        if (!found.equals(artifact.sha256())) {
            throw new StackFailure("The file of " + artifact.coordinates() + " is not the one that was pinned: its "
                    + "SHA-256 is " + found + ", expected " + artifact.sha256() + ". Most likely a download broke: "
                    + "delete " + source + " and run again. If it happens again, do not use it: the repository serves "
                    + "another file.");
        }
    }
}
