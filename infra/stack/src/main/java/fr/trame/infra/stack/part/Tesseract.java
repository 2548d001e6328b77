package fr.trame.infra.stack.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The program that reads pictures of text, where it is installed. It is no Maven artifact: without it the product runs,
 * and scans are found by their names.
 *
 * @param folder where the program is, empty when there is none
 * @param version as it says itself
 * @param languages it has words for
 */
public record Tesseract(Optional<Path> folder, String version, List<String> languages) {

    private static final String FRENCH = "fra";
    private static final String ORIENTATION = "osd";
    private static final long PATIENCE_SECONDS = 10;

    /** Looks on the PATH. */
    public static Tesseract find() {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    static Tesseract find(String path) {
        var folder = Arrays.stream(path.split(java.io.File.pathSeparator))
                .filter(each -> !each.isBlank())
                .map(Path::of)
                .filter(each -> Files.isExecutable(each.resolve("tesseract")))
                .findFirst();
        return folder.map(Tesseract::of).orElseGet(() -> new Tesseract(folder, "", List.of()));
    }

    private static Tesseract of(Path folder) {
        var program = folder.resolve("tesseract").toString();
        var version =
                output(program, "--version").lines().findFirst().orElse("").replace("tesseract ", "");
        var languages = output(program, "--list-langs")
                .lines()
                .skip(1)
                .map(String::strip)
                .toList();
        return new Tesseract(Optional.of(folder), version, languages);
    }

    /** Whether it can read what people of this product scan, whichever way up. */
    public boolean readsFrench() {
        return folder.isPresent() && languages.contains(FRENCH) && languages.contains(ORIENTATION);
    }

    public String title() {
        return "Tesseract " + version + ", in French";
    }

    /** Why scans are not read, and what helps. */
    public String why() {
        var packages = " (Debian: tesseract-ocr and tesseract-ocr-fra)";
        if (readsFrench()) {
            return "their reader was not to be started";
        }
        return folder.isEmpty() ? "no `tesseract` on the PATH" + packages : "Tesseract has no French" + packages;
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0 ? text : "";
        } catch (IOException notThere) {
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
