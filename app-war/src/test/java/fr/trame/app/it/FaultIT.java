package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with the line to the store, the index or the extractor: each call that needs it has an answer, those
 * that do not need it go on, nothing acknowledged is lost, and all is found again once the line is well.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final Map<Part, String> ADDRESSES = new EnumMap<>(Map.of(
            Part.STORE, "TRAME_STORE_ENDPOINT",
            Part.ELASTICSEARCH, "TRAME_SEARCH_URL",
            Part.EXTRACTOR, "TRAME_EXTRACTOR_URL"));

    /** As many at once as would take every thread of a server that lets them wait. */
    private static final int CROWD = 24;

    /** The two that were waited for without an end, before each call had one. */
    private static final Set<Fault> IN_SHORT = EnumSet.of(Fault.BLACKHOLE, Fault.TRICKLE);

    private static final Map<Part, BadLine> LINES = new EnumMap<>(Part.class);
    private static final Map<String, byte[]> ACKNOWLEDGED = new LinkedHashMap<>();
    private static final List<String> TABLE = new ArrayList<>();

    private static Place place = new Place(AUTHOR, "", "");
    private static @Nullable Node node;

    @BeforeAll
    static void drawTheLines() throws IOException {
        if (!Node.isPossible()) {
            var reason = "This system does not tell how the application was started: bad lines are not tried.";
            System.out.println(reason);
            abort(reason);
        }
        place = Place.make(AUTHOR, "mauvaises lignes");
        Checked.setRight();
        var addresses = new LinkedHashMap<String, String>();
        for (var each : ADDRESSES.entrySet()) {
            var line = new BadLine(URI.create(Product.variable(each.getValue())));
            LINES.put(each.getKey(), line);
            addresses.put(each.getValue(), line.url(""));
        }
        node = Node.instead(addresses);
    }

    @AfterEach
    void mend() {
        LINES.values().forEach(BadLine::mend);
    }

    @AfterAll
    static void theStackAsItWas() throws IOException {
        if (node != null) {
            System.out.printf("%-14s %-12s %9s %9s %8s %8s%n", "Line to", "is", "slowest", "others", "threads", "back");
            TABLE.forEach(System.out::println);
            node.close();
            Stack.up();
            for (var line : LINES.values()) {
                line.close();
            }
        }
    }

    static Stream<Arguments> faults() {
        return ADDRESSES.keySet().stream().flatMap(part -> Stream.of(Fault.values())
                .filter(fault -> fault != Fault.NONE && (Drill.isFull() || IN_SHORT.contains(fault)))
                .map(fault -> Arguments.of(part, fault)));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("faults")
    void eachCallHasAnAnswerAndNothingAcknowledgedIsLost(Part part, Fault fault) throws Exception {
        var word = Place.word();
        line(part).become(fault);
        var threads = Executors.newFixedThreadPool(2 * CROWD);
        try {
            var start = Instant.now();
            var crowd = IntStream.range(0, CROWD)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> ask(part, word, number), threads))
                    .toList();
            var others = IntStream.range(0, CROWD)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> AUTHOR.get("/workspaces"), threads))
                    .toList();
            assertAll(others.stream()
                    .map(each -> () -> assertEquals(200, each.join().status())));
            var undisturbed = since(start);
            var fiche = place.fiche("Écrite sur une mauvaise ligne, " + word);
            assertEquals(200, AUTHOR.get("/fiches/" + fiche).status());
            var most = Objects.requireNonNull(node).threads();
            assertAll(crowd.stream().map(each -> () -> assertAnswered(part, each.join())));
            var slowest = since(start);
            line(part).mend();
            var mended = Instant.now();
            var found = 1
                    + ACKNOWLEDGED.keySet().stream()
                            .filter(id -> id.contains(word))
                            .count();
            Product.waitUntil("all of " + word + " is found", () -> total(word) == found);
            TABLE.add("%-14s %-12s %7.1f s %7.1f s %8d %6.1f s"
                    .formatted(part, fault, seconds(slowest), seconds(undisturbed), most, seconds(since(mended))));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(2)
    void atTheEndAllThatWasAcknowledgedIsThereAsItWasSent() {
        for (var each : ACKNOWLEDGED.entrySet()) {
            var id = each.getKey().substring(0, each.getKey().indexOf(' '));
            assertArrayEquals(
                    each.getValue(), AUTHOR.get("/documents/" + id + "/content").bytes());
        }
        assertEquals(List.of(), Checked.differencesOfTheIndex(), "the index is what the database is");
    }

    /** Uploads for a bad store and a bad extractor, searches for a bad index. */
    private static Answer ask(Part part, String word, int number) {
        if (part == Part.ELASTICSEARCH) {
            return AUTHOR.search(word);
        }
        var bytes = ("Pièce " + number + ", " + word).getBytes(StandardCharsets.UTF_8);
        var answer = AUTHOR.upload(place.dossier(), word + number + ".txt", bytes);
        if (answer.status() == 201) {
            synchronized (ACKNOWLEDGED) {
                ACKNOWLEDGED.put(answer.created() + " " + word, bytes);
            }
        }
        return answer;
    }

    private static void assertAnswered(Part part, Answer answer) {
        var good = part == Part.ELASTICSEARCH ? Set.of(200, 503) : part == Part.STORE ? Set.of(201, 503) : Set.of(201);
        assertTrue(good.contains(answer.status()), answer::toString);
        if (answer.status() == 503) {
            assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer::toString);
        }
    }

    private static BadLine line(Part part) {
        return Objects.requireNonNull(LINES.get(part));
    }

    private static int total(String word) {
        return AUTHOR.search(word).json().path("total").asInt();
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
