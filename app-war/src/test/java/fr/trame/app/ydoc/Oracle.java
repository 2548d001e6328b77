package fr.trame.app.ydoc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Real Yjs, in a process of its own; {@code ydoc-oracle.mjs} says what it answers. */
final class Oracle implements AutoCloseable {

    /** Yjs cannot take what it was given. */
    static final class Trouble extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Trouble(String message) {
            super(message);
        }
    }

    private static final Path SCRIPT = Path.of("src/test/resources/ydoc-oracle.mjs");
    private static final Path LIBRARIES = Path.of(System.getProperty("trame.ydoc.libraries", "src/main/frontend"));

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;

    Oracle() {
        if (!Files.exists(LIBRARIES.resolve("node_modules/yjs/package.json"))) {
            throw new AssertionError("Yjs is not in " + LIBRARIES.toAbsolutePath() + ": run npm ci there");
        }
        try {
            process = new ProcessBuilder(
                            "node",
                            SCRIPT.toAbsolutePath().toString(),
                            LIBRARIES.toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException absent) {
            throw new AssertionError("The merger is judged by Yjs itself, which needs Node 20 on the PATH", absent);
        }
        questions = new OutputStreamWriter(process.getOutputStream(), UTF_8);
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    Map<?, ?> write(long seed) {
        return ask("{\"ask\":\"write\",\"seed\":" + seed + "}");
    }

    Map<?, ?> read(byte[] state, long seed) {
        return ask("{\"ask\":\"read\",\"state\":\"" + base64(state) + "\",\"seed\":" + seed + "}");
    }

    Map<?, ?> replay(List<byte[]> updates) {
        return ask("{\"ask\":\"replay\",\"updates\":" + list(updates) + "}");
    }

    Map<?, ?> take(List<byte[]> updates) {
        return ask("{\"ask\":\"take\",\"updates\":" + list(updates) + "}");
    }

    private static String list(List<byte[]> updates) {
        return updates.stream().map(one -> '"' + base64(one) + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private Map<?, ?> ask(String question) {
        try {
            questions.write(question + '\n');
            questions.flush();
            var line = answers.readLine();
            if (line == null || !(Json.known(line) instanceof Map<?, ?> answer)) {
                throw new AssertionError("Yjs answers " + line + " to " + question);
            }
            if (answer.containsKey("trouble")) {
                throw new Trouble("Yjs fails: " + answer.get("trouble"));
            }
            return answer;
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    static byte[] bytes(@Nullable Object base64) {
        return Base64.getDecoder().decode(String.valueOf(base64));
    }

    static List<byte[]> all(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Oracle::bytes).toList();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
