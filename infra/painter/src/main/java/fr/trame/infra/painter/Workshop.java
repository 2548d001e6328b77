package fr.trame.infra.painter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes one thing at a time, each in a folder of its own that is gone afterwards; the others wait for their turn. */
final class Workshop {

    /** The largest that comes in or goes out, in bytes. */
    static final long LARGEST = 64L << 20;

    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final long PATIENCE_SECONDS = 90;
    private static final int COPY = 1 << 16;

    private final Path home;
    private final Semaphore turn = new Semaphore(1, true);

    Workshop(Path home) {
        this.home = home;
    }

    /** How something is made of a document. */
    @FunctionalInterface
    interface Work {
        Path make(Path folder, Path document) throws IOException, InterruptedException, NotPainted;
    }

    /** What is done with the outcome, before it is gone. */
    @FunctionalInterface
    interface Delivery {
        void take(Path made) throws IOException;
    }

    /** @return false when there was no turn in good time: nothing was read */
    boolean make(InputStream bytes, Work work, Delivery delivery) throws IOException, InterruptedException, NotPainted {
        if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return false;
        }
        try {
            var folder = Files.createTempDirectory(home, "work");
            try {
                var document = folder.resolve("document");
                keep(bytes, document);
                delivery.take(checked(work.make(folder, document)));
            } finally {
                remove(folder);
            }
        } finally {
            turn.release();
        }
        return true;
    }

    private static void keep(InputStream bytes, Path document) throws IOException, NotPainted {
        var piece = new byte[COPY];
        long kept = 0;
        try (var file = Files.newOutputStream(document)) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                kept += read;
                if (kept > LARGEST) {
                    throw new NotPainted(NotPainted.Reason.TOO_LARGE);
                }
                file.write(piece, 0, read);
            }
        }
    }

    private static Path checked(Path made) throws IOException, NotPainted {
        if (!Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS) || Files.size(made) == 0) {
            throw new NotPainted(NotPainted.Reason.BROKEN);
        }
        // What is as long as it may be was most likely cut there.
        if (Files.size(made) >= LARGEST) {
            throw new NotPainted(NotPainted.Reason.TOO_LARGE);
        }
        return made;
    }

    /** What is left, because something that is being ended still writes, may not hide what came of the work. */
    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException busy) {
            LOG.log(System.Logger.Level.WARNING, "a folder of the painter stays: {0}", busy.toString());
        }
    }
}
