package fr.trame.infra.stack.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/** SHA-256, in hexadecimal. */
public final class Checksum {

    static final int MARK_LENGTH = 12;

    private Checksum() {}

    public static String of(Path file) {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * A short mark of some entries of a jar, by name and content. The jar's own sum would not do: two builds of the
     * same sources differ by their dates.
     */
    public static String ofEntries(Path jar, Predicate<String> chosen) {
        try (var archive = new ZipFile(jar.toFile())) {
            var marks = archive.stream()
                    .filter(entry -> chosen.test(entry.getName()))
                    .map(entry -> entry.getName() + " " + entry.getCrc())
                    .sorted()
                    .toList();
            return mark(String.join("\n", marks));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A short mark of a text. */
    public static String mark(String text) {
        var sum = HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return sum.substring(0, MARK_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
