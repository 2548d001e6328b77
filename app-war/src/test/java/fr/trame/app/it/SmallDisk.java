package fr.trame.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A small disk where a part keeps its data, which something else fills. Needs the rights to mount one. */
final class SmallDisk {

    private static final long MEBIBYTE = 1 << 20;
    private static final int SPARE_MEBIBYTES = 200;

    private final Path folder;
    private final Path kept;

    private SmallDisk(Path folder, Path kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /** @return whether this machine lets the tests mount a disk */
    static boolean isPossible() {
        try {
            var folder = Files.createTempDirectory("disk");
            try {
                return run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())
                        && run("umount", folder.toString());
            } finally {
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The part does not run. */
    static SmallDisk under(Part part) {
        var folder = data(part);
        var kept = folder.resolveSibling(folder.getFileName() + ".kept");
        var disk = new SmallDisk(folder, kept);
        var size = "size=" + (used(folder) / MEBIBYTE + SPARE_MEBIBYTES) + "m";
        need("mv", folder.toString(), kept.toString());
        need("mkdir", folder.toString());
        need("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString());
        need("sh", "-c", "cp -a '" + kept + "/.' '" + folder + "/'");
        return disk;
    }

    /** @param left room that is left, in bytes */
    void fill(long left) {
        try {
            var room = Files.getFileStore(folder).getUsableSpace() - left;
            need("fallocate", "-l", Long.toString(room), ballast());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** There is room again, without anything being stopped. */
    void free() {
        need("rm", "-f", ballast());
    }

    private String ballast() {
        return folder.resolve("ballast").toString();
    }

    /** Back to the disk of before, with all that was written meanwhile. The part does not run. */
    void remove() {
        free();
        need("sh", "-c", "rm -rf '" + kept + "' && cp -a '" + folder + "' '" + kept + "'");
        need("umount", folder.toString());
        need("sh", "-c", "rmdir '" + folder + "' && mv '" + kept + "' '" + folder + "'");
    }

    private static Path data(Part part) {
        var home = Part.home().orElseThrow(() -> new IllegalStateException("needs the stack of the build"));
        return home.toAbsolutePath().resolve("data").resolve(part.id());
    }

    private static long used(Path folder) {
        var told = Part.output("du", "-sB1", folder.toString());
        return Long.parseLong(told.substring(0, told.indexOf('\t')));
    }

    private static void need(String... command) {
        if (!run(command)) {
            throw new IllegalStateException("failed: " + Arrays.toString(command));
        }
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
