package fr.trame.infra.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Configuration files of the parts, with {@code @places@} for what differs from stack to stack. */
final class Templates {

    private Templates() {}

    static String read(String name) {
        try (var in = Templates.class.getResourceAsStream("/stack/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
