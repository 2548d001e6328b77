package fr.trame.infra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of docs/performance.md that a run writes. */
final class Page {

    static final String BEGIN = "<!-- figures: written by infra/bench/run --publish, do not edit -->\n";
    static final String END = "<!-- end of figures -->";

    private Page() {}

    /** @throws BenchFailure when the page has no place for figures */
    static String with(String page, String figures) {
        var begin = page.indexOf(BEGIN);
        var end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new BenchFailure("The page has no place for figures: it lacks the lines " + BEGIN + END);
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + figures + "\n" + page.substring(end);
    }

    static void publish(Path file, String figures) {
        write(file, with(read(file), figures));
    }

    static void write(Path file, String text) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new BenchFailure("The page " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }
}
