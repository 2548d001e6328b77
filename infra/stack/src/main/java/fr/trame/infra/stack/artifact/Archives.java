package fr.trame.infra.stack.artifact;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks with what java.util.zip drops: which files are programs, and links. */
public final class Archives {

    private static final int ANYBODY_MAY_RUN = 0b001_001_001;

    private Archives() {}

    /** Unpacks a zip without its top folder, which holds the version and would only stand in the way. */
    public static void unzip(Path zip, Path folder) throws IOException {
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!entry.isDirectory()) {
                    try (var in = archive.getInputStream(entry)) {
                        write(in, inside(folder, name), entry.getUnixMode());
                    }
                } else {
                    Files.createDirectories(inside(folder, name));
                }
            }
        }
    }

    /** Unpacks the one {@code .txz} that lies inside a jar. */
    public static void untarFromJar(Path jar, Path folder) throws IOException {
        try (var archive = ZipFile.builder().setPath(jar).get()) {
            for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().endsWith(".txz")) {
                    untar(archive.getInputStream(entry), folder);
                    return;
                }
            }
        }
        throw new IOException("no .txz in " + jar);
    }

    private static void untar(InputStream compressed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(compressed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    write(tar, target, entry.getMode());
                }
            }
        }
    }

    private static void write(InputStream in, Path target, int mode) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
        if ((mode & ANYBODY_MAY_RUN) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        var target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("an archive entry leads outside: " + name);
        }
        return target;
    }
}
