package fr.trame.infra.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void aSecondRunWritesNothing() throws IOException {
        try (var product = new FakeProduct()) {
            assertEquals(0, run(product.environment()), this::said);
            var expected = DemoData.tenants().stream()
                    .mapToLong(each -> each.workspaces().size())
                    .sum();
            assertEquals(expected, product.count("workspaces"));
            assertTrue(product.count("documents") >= 25);
            assertTwoHandsWrote(product.fiche("École de production des métiers du métal"));
            var movedByHand =
                    product.fiche("Traitement commun des huiles de coupe").put("workflowState", "ARCHIVED");
            var written = List.copyOf(product.writes);
            screen.reset();

            assertEquals(0, run(product.environment()), this::said);
            assertEquals(written, product.writes);
            assertTrue(said().contains("nothing new"), this::said);
            assertEquals("ARCHIVED", movedByHand.path("workflowState").asText(), "what people did stays");
        }
    }

    @Test
    void aRunThatWasCutShortIsFinishedByTheNext() throws IOException {
        try (var whole = new FakeProduct();
                var cut = new FakeProduct()) {
            run(whole.environment());
            for (int limit = 7; run(limited(cut, limit)) != 0; limit += 90) {
                assertTrue(said().contains("(title)"), this::said);
            }
            assertEquals(
                    whole.writes.stream().sorted().toList(),
                    cut.writes.stream().sorted().toList());
        }
    }

    @Test
    void aServiceThatIsBusyIsAskedAgain() throws IOException {
        try (var product = new FakeProduct()) {
            product.busy = 1;
            assertEquals(1, run(limited(product, 3)));
            assertTrue(said().contains("422"), this::said);
            assertEquals(3, product.writes.size());
        }
    }

    @Test
    void aRefusalIsToldInOneLine() throws IOException {
        try (var product = new FakeProduct()) {
            assertEquals(1, run(limited(product, 0)));
            var line = said().lines().reduce((first, second) -> second).orElse("");
            assertEquals(
                    "Demonstration not loaded. auvergne-rhone-alpes: POST workspaces as admin-ara: 422 No more than"
                            + " that. (title)",
                    line);
        }
    }

    @Test
    void nothingListensAndNothingIsSet() {
        var nobody = "http://localhost:1";
        assertEquals(1, run(Map.of("TRAME_PUBLIC_URL", nobody, "TRAME_OIDC_ISSUER", nobody)));
        assertTrue(said().contains("no answer from localhost:1"), this::said);
        assertEquals(1, run(Map.of()));
        assertTrue(said().contains("TRAME_OIDC_ISSUER must be an address"), this::said);
    }

    @Test
    void workIsMixedEvenly() {
        assertEquals(List.of(1, 4, 2, 5, 3), Mix.inTurn(List.of(List.of(1, 2, 3), List.of(4, 5))));
        assertEquals(List.of("a", "b", "1", "c", "d", "2"), Mix.mixed(List.of("a", "b", "c", "d"), List.of("1", "2")));
        assertEquals(List.of("1"), Mix.mixed(List.of(), List.of("1")));
    }

    private static void assertTwoHandsWrote(JsonNode fiche) {
        assertEquals("CONTRACTED", fiche.path("workflowState").asText());
        assertEquals(5, fiche.path("version").asInt(), "completed once, moved four times");
        assertFalse(fiche.path("funding").isEmpty());
    }

    private static Map<String, String> limited(FakeProduct product, int writes) {
        product.refuseAfter = writes;
        return product.environment();
    }

    private int run(Map<String, String> environment) {
        return DemoLoader.run(environment, new String[0], new PrintStream(screen, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
