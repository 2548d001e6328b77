package fr.trame.infra.painter;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * LibreOffice, where it is installed. Each document gets a profile of its own, which forbids macros and links, so that
 * nothing of one document is there for the next.
 */
final class Office {

    static final Duration TIME = Duration.ofSeconds(60);
    private static final int MOST_PAGES = 200;
    private static final String PAGES = ":{\"PageRange\":{\"type\":\"string\",\"value\":\"1-" + MOST_PAGES + "\"}}";
    private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private static final String WRITER = "writer_pdf_Export";
    private static final String TABLES = "calc_pdf_Export";
    private static final String SLIDES = "impress_pdf_Export";

    /** What is said of a type: the extension by which the program knows it, and who writes it as a PDF. */
    private record Kind(String extension, String filter) {}

    private static final Map<String, Kind> KINDS = Map.of(
            OPEN_XML + "wordprocessingml.document", new Kind("docx", WRITER),
            OPEN_XML + "spreadsheetml.sheet", new Kind("xlsx", TABLES),
            OPEN_XML + "presentationml.presentation", new Kind("pptx", SLIDES),
            OPEN_DOCUMENT + "text", new Kind("odt", WRITER),
            OPEN_DOCUMENT + "spreadsheet", new Kind("ods", TABLES),
            OPEN_DOCUMENT + "presentation", new Kind("odp", SLIDES));

    private final Optional<Path> program;
    private final Cell cell;
    private final Duration time;

    Office(Optional<Path> program, Cell cell, Duration time) {
        this.program = program;
        this.cell = cell;
        this.time = time;
    }

    /** @return where it is on that path */
    static Optional<Path> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    boolean isThere() {
        return program.isPresent();
    }

    static boolean opens(String mediaType) {
        return KINDS.containsKey(mediaType);
    }

    /**
     * @param folder of this document alone
     * @param document in it
     * @return the document as a PDF, in the same folder
     */
    Path pdf(Path folder, Path document, String mediaType) throws IOException, InterruptedException, NotPainted {
        var kind = KINDS.get(mediaType);
        if (kind == null || program.isEmpty()) {
            throw new NotPainted(NotPainted.Reason.BROKEN);
        }
        var named = Files.move(document, folder.resolve("document." + kind.extension()));
        var profile = Files.createDirectories(folder.resolve("profile/user"));
        try (var settings = Office.class.getResourceAsStream("/painter/registrymodifications.xcu")) {
            Files.copy(settings, profile.resolve("registrymodifications.xcu"));
        }
        cell.run(
                folder,
                time,
                List.of(
                        program.get().toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--norestore",
                        "--nolockcheck",
                        "--nodefault",
                        "--nologo",
                        "--convert-to",
                        "pdf:" + kind.filter() + PAGES,
                        "--outdir",
                        folder.resolve("made").toString(),
                        named.toString()));
        return folder.resolve("made/document.pdf");
    }
}
