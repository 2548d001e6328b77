package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network drive as programs of others find it: litmus, which tests servers, and cadaver, which people use. */
class LitmusIT {

    private static final Caller AUTHOR = Caller.as("presidence");

    private static String word = "";
    private static Drive drive = new Drive("", "", "");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void mount() {
        word = Place.word();
        Place.make(AUTHOR, word);
        drive = Drive.of("presidence", Product.ARA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "copymove", "props", "locks", "http"})
    void aSuiteOfLitmusPasses(String suite) throws Exception {
        require("litmus");
        assertEquals(201, drive.send("MKCOL", dossier() + "/" + suite, "").status());
        var told = run(
                new ProcessBuilder("litmus", "-k", dossier() + "/" + suite + "/", drive.name(), drive.password()),
                suite);
        System.out.println(told.lines()
                .filter(line -> line.contains("summary for"))
                .findFirst()
                .orElse("no summary"));
        assertTrue(told.contains("summary for `" + suite + "'"), told);
        assertEquals(
                List.of(), told.lines().filter(line -> line.contains("FAIL")).toList(), told);
    }

    @Test
    void aPersonWorksWithCadaver() throws Exception {
        require("cadaver");
        var local = folder.resolve("note.txt");
        Files.writeString(local, "Un texte de la machine.");
        var url = dossier();
        var script =
                """
                open %s/
                mkcol bureau
                cd bureau
                put %s note.txt
                lock note.txt
                showlocks
                discover note.txt
                unlock note.txt
                mv note.txt rendu.txt
                ls
                get rendu.txt %s
                delete rendu.txt
                ls
                quit
                """
                        .formatted(url, local, folder.resolve("revenu.txt"));
        Files.writeString(
                folder.resolve(".netrc"), "default login " + drive.name() + " password " + drive.password() + "\n");
        Files.writeString(folder.resolve("script"), script);
        var cadaver = new ProcessBuilder("cadaver");
        cadaver.redirectInput(folder.resolve("script").toFile());
        var told = run(cadaver, "cadaver");
        assertTrue(Files.exists(folder.resolve("revenu.txt")), told);
        assertEquals("Un texte de la machine.", Files.readString(folder.resolve("revenu.txt")), told);
        assertTrue(told.contains("rendu.txt"), told);
        assertTrue(!told.contains("failed"), told);
        assertEquals(
                "t",
                Rows.of(Product.ARA)
                        .text(
                                "select deleted_at is not null from document where name = 'rendu.txt' and folder = 'bureau'"
                                        + " order by uploaded_at desc limit 1"));
    }

    private String run(ProcessBuilder program, String suite) throws IOException, InterruptedException {
        program.environment().put("TESTS", suite);
        program.environment().put("HOME", folder.toString());
        var output = folder.resolve("told");
        var process = program.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not ended: " + Files.readString(output, StandardCharsets.ISO_8859_1));
        }
        return Files.readString(output, StandardCharsets.ISO_8859_1).replace('\r', '\n');
    }

    private static String dossier() {
        return drive.url("Essais, " + word, "Dossier d’essai, " + word);
    }

    private static void require(String program) {
        if (!Files.isExecutable(Path.of("/usr/bin", program))) {
            var reason = "No " + program + " on this machine: the network drive is not tried with it.";
            System.out.println(reason);
            abort(reason);
        }
    }
}
