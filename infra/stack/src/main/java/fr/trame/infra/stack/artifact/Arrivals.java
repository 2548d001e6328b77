package fr.trame.infra.stack.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files that another program writes into a folder: which are expected still, which are whole. */
final class Arrivals {

    private final List<Artifact> expected;
    private final Path folder;
    private final Map<Artifact, Long> sizes = new HashMap<>();

    Arrivals(List<Artifact> expected, Path folder) {
        this.expected = new ArrayList<>(expected);
        this.folder = folder;
    }

    Path file(Artifact artifact) {
        return folder.resolve(artifact.fileName());
    }

    List<Artifact> expected() {
        return List.copyOf(expected);
    }

    /** Those that became whole since the last call: no longer growing, and with the right checksum. */
    List<Artifact> whole() {
        var whole = expected.stream().filter(this::isWhole).toList();
        expected.removeAll(whole);
        return whole;
    }

    private boolean isWhole(Artifact artifact) {
        try {
            var file = file(artifact);
            if (!Files.exists(file)) {
                return false;
            }
            long size = Files.size(file);
            var before = sizes.put(artifact, size);
            return before != null && before == size && Checksum.of(file).equals(artifact.sha256());
        } catch (IOException stillMoving) {
            return false;
        }
    }
}
