package fr.trame.infra.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last lines of a log, for a failure's explanation. */
public final class LogTail {

    private static final int LINES = 20;
    private static final int BYTES = 16_384;
    private static final int WIDTH = 300;

    private LogTail() {}

    /** A text to append to a sentence: where the log is and how it ends. */
    public static String of(Path log) {
        var lines = lines(log);
        var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return last.isEmpty()
                ? ". Its log is empty: " + log
                : ". The end of " + log + ":\n"
                        + last.stream().map(LogTail::shortened).collect(Collectors.joining("\n"));
    }

    /** The last match in the end of a log: how far something is. */
    public static Optional<String> last(Path log, Pattern wanted) {
        return lines(log).stream()
                .flatMap(line -> wanted.matcher(line).results())
                .map(MatchResult::group)
                .reduce((first, second) -> second);
    }

    private static List<String> lines(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException noLog) {
            return List.of();
        }
    }

    private static String shortened(String line) {
        return "    " + (line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…");
    }
}
