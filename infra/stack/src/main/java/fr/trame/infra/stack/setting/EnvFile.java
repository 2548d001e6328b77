package fr.trame.infra.stack.setting;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Files of {@code KEY=value} lines, taken literally: no quotes, no continuation. They hold secrets: owner only. */
public final class EnvFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private EnvFile() {}

    /** @throws StackFailure when a line is neither empty, nor a comment, nor {@code KEY=value} */
    public static Map<String, String> read(Path file) {
        var values = new LinkedHashMap<String, String>();
        var number = 0;
        for (var line : lines(file)) {
            number++;
            var text = line.strip();
            int sign = text.indexOf('=');
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            if (sign < 1) {
                throw new StackFailure(file + ", line " + number + ": write KEY=value, or # before a comment.");
            }
            values.put(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
        }
        return values;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new StackFailure("The file " + file + " cannot be read: " + failure + ".", failure);
        }
    }

    /** Replaces the file in one step, so that a reader never sees half of it. */
    public static void write(Path file, Map<String, String> values) {
        var text = new StringBuilder();
        values.forEach((key, value) -> {
            if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                throw new StackFailure("The value of " + key + " holds a line break.");
            }
            text.append(key).append('=').append(value).append('\n');
        });
        writeSecret(file, text.toString());
    }

    /** Writes a text that only the owner may read. */
    public static void writeSecret(Path file, String text) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, text);
            Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
