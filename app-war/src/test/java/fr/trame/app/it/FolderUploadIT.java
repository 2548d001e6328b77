package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company sends its folder over a bad line to a server that dies: everything arrives, once. */
class FolderUploadIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final int FILES = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path aside = Path.of("");

    @Test
    void threeHundredFilesArriveOnceThroughFiveCutsAndTwoDeaths() throws Exception {
        var word = Place.word();
        var place = Place.make(AUTHOR, "trois cents fichiers");
        var digests = write(word);
        var log = aside.resolve("sent");
        try (var line = new BadLine()) {
            var sender = sender(line.url("/api/t/" + Product.ARA + "/dossiers/" + place.dossier() + "/transfers"), log);
            try {
                for (var step = 1; step <= 7; step++) {
                    sent(sender, log, step * FILES / 8);
                    if (step == 3 || step == 6) {
                        Part.APP.kill();
                        Stack.up();
                    } else {
                        line.cut();
                        TimeUnit.SECONDS.sleep(2);
                        line.mend();
                    }
                }
                sent(sender, log, FILES);
            } finally {
                sender.destroy();
            }
        }
        assertEquals(digests, stored(place), "each file once, with the bytes it had");
        var rows = Rows.of(Product.ARA);
        Product.waitFor("all of them are indexed", PATIENCE, () -> settled(rows, place) ? Optional.of(1) : none());
        Product.waitUntil(
                "all of them are found",
                () -> AUTHOR.search(word).json().path("total").asInt() == FILES);
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }

    private static boolean settled(Rows rows, Place place) {
        return rows.number(
                        "select count(*) from document where dossier_id::text = ? and state = 'INDEXED'",
                        place.dossier())
                == FILES;
    }

    /** @return name to digest; of two with the same name the test would see one, hence the count */
    private static Map<String, String> stored(Place place) {
        var rows = Rows.of(Product.ARA);
        var stored = new TreeMap<String, String>();
        var text = rows.text(
                "select string_agg(name || ' ' || sha256, chr(10)) from document where dossier_id::text = ?",
                place.dossier());
        text.lines().map(each -> each.split(" ")).forEach(each -> stored.put(each[0], each[1]));
        assertEquals(FILES, text.lines().count(), "rows");
        return stored;
    }

    private Map<String, String> write(String word) throws IOException, NoSuchAlgorithmException {
        var digests = new TreeMap<String, String>();
        var random = new Random(300);
        for (var number = 0; number < FILES; number++) {
            var name = "releve-%03d.txt".formatted(number);
            var text = new StringBuilder(word + " relevé du site numéro " + number + ".\n");
            while (text.length() < 20_000 + random.nextInt(40_000)) {
                text.append("Ligne ").append(random.nextLong()).append(" du relevé.\n");
            }
            var file = Files.writeString(folder.resolve(name), text);
            digests.put(
                    name,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        }
        return digests;
    }

    private Process sender(String address, Path log) throws IOException {
        return new ProcessBuilder(
                        "node",
                        Path.of("src/test/resources/send-folder.mjs")
                                .toAbsolutePath()
                                .toString(),
                        Path.of("src/main/frontend").toAbsolutePath().toString(),
                        address,
                        folder.toString(),
                        token().toString())
                .redirectOutput(log.toFile())
                .redirectError(aside.resolve("trouble").toFile())
                .start();
    }

    private Path token() throws IOException {
        return Files.writeString(
                aside.resolve("token"), Tokens.of(AUTHOR.account()).access());
    }

    /** Waits until so many files are sent; the token is kept fresh meanwhile. */
    private void sent(Process sender, Path log, int atLeast) {
        Product.waitFor(atLeast + " files are sent", PATIENCE, () -> {
            try {
                token();
                var sent = Part.text(log).lines().count();
                if (sent < atLeast && !sender.isAlive()) {
                    throw new AssertionError(
                            "the sender gave up after " + sent + " files: " + Part.text(aside.resolve("trouble")));
                }
                return sent >= atLeast ? Optional.of(sent) : Optional.empty();
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }
}
