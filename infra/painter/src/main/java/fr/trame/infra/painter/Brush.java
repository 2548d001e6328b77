package fr.trame.infra.painter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Has a first page painted by another Java machine, with little memory: a document that fills it ends that one only. */
final class Brush {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final List<String> MACHINE = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true");

    private final Cell cell;
    private final Path fonts;

    /** @param fonts a folder that is kept: finding the fonts of the machine takes long */
    Brush(Cell cell, Path fonts) {
        this.cell = cell;
        this.fonts = fonts;
    }

    static boolean paints(String mediaType) {
        return mediaType.equals("application/pdf") || mediaType.matches("image/(png|jpeg|tiff)");
    }

    /** @return a JPEG in the same folder */
    Path thumbnail(Path folder, Path document, String mediaType) throws IOException, InterruptedException, NotPainted {
        var picture = folder.resolve("thumbnail.jpeg");
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(MACHINE);
        words.add("-Djava.io.tmpdir=" + folder);
        words.add("-Dpdfbox.fontcache=" + fonts);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Thumbnail.class.getName()));
        words.add(document.toString());
        words.add(mediaType.equals("application/pdf") ? "pdf" : "picture");
        words.add(picture.toString());
        cell.run(folder, TIME, words);
        return picture;
    }
}
