package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documents of real administrations, where the folder that holds them is at hand: each is uploaded and ends in a
 * state a person understands, and the broken ones harm nobody.
 */
class RealDocumentsIT {

    private static final Path FOLDER =
            Path.of("../../shared/data/real").toAbsolutePath().normalize();
    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Duration SCAN_PATIENCE = Duration.ofMinutes(10);

    /**
     * What became of one file.
     *
     * @param document "" when it was not taken
     * @param outcome INDEXED, FAILED and why, or the status of the refusal
     */
    private record Fate(String name, String document, String outcome, int pages) {}

    /**
     * What somebody who looked at a file knows of it.
     *
     * @param words that stand on its page
     * @param page 0 when nothing of it can be read
     */
    private record Known(String name, String outcome, String words, int page, boolean scanned) {

        static Known written(String name, String words, int page) {
            return new Known(name, "INDEXED", words, page, false);
        }

        static Known scan(String name, String words, int page) {
            return new Known(name, "INDEXED", words, page, true);
        }
    }

    private static final List<Known> KNOWN = List.of(
            Known.written(
                    "methode-trajectoire-reference-2024.pdf", "invité à renseigner les données de son territoire", 5),
            Known.written("plaquette-friches-collectivites.pdf", "Résidence abandonnée, ancienne usine", 2),
            Known.written(
                    "referentiel-climat-air-energie-2024.pdf", "assurer la mise en œuvre des objectifs climat", 5),
            Known.written("reglement-label-cae.pdf", "responsable de l'assurance qualité du label", 2),
            Known.scan("scan-and-text-mixed.pdf", "multi page document Page 2", 2),
            Known.written("scan-and-text-mixed.pdf", "multi page document Page 5", 5),
            Known.scan("scan-rotated.pdf", "Even if the pages are rotated", 2),
            Known.scan("scan-rotated.pdf", "Also check your screen orientation", 4),
            Known.scan("scan-multi-page.tiff", "freies Open-Source Electronic Document Management System", 1),
            Known.scan("scan-multi-page.tiff", "Roberto Rosario", 2));

    @Test
    void everyRealDocumentEndsInAClearState() {
        var files = files();
        var place = Place.make(AUTHOR, "documents réels");
        var word = Place.word();
        var first = place.upload("avant.pdf", Samples.pdf("Avant " + word + "."));
        var taken = files.stream().map(file -> upload(place, file)).toList();
        var last = place.upload("apres.pdf", Samples.pdf("Après " + word + "."));
        var fates = taken.stream().map(fate -> settled(place, fate)).toList();
        print(fates);
        fates.forEach(fate -> assertTrue(isClear(fate.outcome()), fate::toString));
        var read =
                fates.stream().filter(fate -> fate.outcome().equals("INDEXED")).toList();
        assertFalse(read.isEmpty(), "some are read");
        read.forEach(RealDocumentsIT::assertFound);
        KNOWN.forEach(known -> assertKnown(known, fates));
        place.indexed(first);
        place.indexed(last);
        Product.waitUntil(
                "those before and after the broken ones are found",
                () -> AUTHOR.search(word).json().path("total").asInt() == 2);
    }

    private static List<Path> files() {
        var found = new ArrayList<Path>();
        for (var folder : List.of("documents", "plans")) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
                files.filter(Files::isRegularFile).sorted().forEach(found::add);
            } catch (IOException absent) {
                var reason = "No real documents here (" + FOLDER.resolve(folder) + "): they are not tried.";
                System.out.println(reason);
                abort(reason);
            }
        }
        return found;
    }

    private static Fate upload(Place place, Path file) {
        var answer = AUTHOR.upload(place.dossier(), file.getFileName().toString(), bytes(file));
        if (answer.status() == 201) {
            return new Fate(file.getFileName().toString(), answer.created(), "", 0);
        }
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer::toString);
        assertFalse(answer.json().path("detail").asText().isBlank(), answer::toString);
        return new Fate(file.getFileName().toString(), "", "refused " + answer.status(), 0);
    }

    private static Fate settled(Place place, Fate taken) {
        if (taken.document().isEmpty()) {
            return taken;
        }
        var json = place.settled(taken.document());
        var state = json.path("state").asText();
        var outcome = state.equals("FAILED") ? "FAILED, " + json.path("failure").asText() : state;
        return new Fate(
                taken.name(), taken.document(), outcome, json.path("pages").asInt());
    }

    /** Whatever is in it, its name leads to it. */
    private static void assertFound(Fate taken) {
        var found = Product.waitFor(taken.name() + " is found by its name", Product.PATIENCE, () -> {
            var hits = AUTHOR.search("\"" + taken.name() + "\"").json().path("hits");
            for (var hit : hits) {
                if (hit.path("id").asText().equals(taken.document())) {
                    return Optional.of(hit);
                }
            }
            return Optional.empty();
        });
        assertEquals("DOCUMENT", found.path("kind").asText());
    }

    private static void assertKnown(Known known, List<Fate> fates) {
        var fate = fates.stream()
                .filter(each -> each.name().equals(known.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(known + " is not among " + fates));
        assertEquals(known.outcome(), fate.outcome(), known::toString);
        if (known.page() == 0 || (known.scanned() && Part.RECOGNISER.process().isEmpty())) {
            return;
        }
        var page = Product.waitFor(known + " is found", SCAN_PATIENCE, () -> page(known.words(), fate.document()));
        assertEquals(known.page(), page, known::toString);
    }

    private static Optional<Integer> page(String words, String document) {
        var hits = AUTHOR.search("\"" + words + "\"").json().path("hits");
        for (var hit : hits) {
            if (hit.path("id").asText().equals(document)) {
                return Optional.of(hit.path("page").asInt());
            }
        }
        return Optional.empty();
    }

    private static boolean isClear(String outcome) {
        return outcome.equals("INDEXED")
                || outcome.matches("FAILED, (ENCRYPTED|BROKEN|EMPTY|UNSUPPORTED|TOO_SLOW|TOO_LARGE|CRASHED)")
                || outcome.matches("refused 4\\d\\d");
    }

    private static void print(List<Fate> fates) {
        System.out.printf("%-48s %-20s %5s%n", "Real document", "outcome", "pages");
        fates.forEach(fate -> System.out.printf("%-48s %-20s %5d%n", fate.name(), fate.outcome(), fate.pages()));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
