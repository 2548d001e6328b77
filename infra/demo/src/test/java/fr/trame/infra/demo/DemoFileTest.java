package fr.trame.infra.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.trame.infra.demo.DemoTenant.DemoDocument;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every file can be read by another program, and holds a word that nothing else holds. */
class DemoFileTest {

    private static final Map<String, List<String>> PAGES = new LinkedHashMap<>();
    private static final Map<String, byte[]> FILES = new LinkedHashMap<>();
    private static final List<String> SCANS = new ArrayList<>();

    /** Where a word stands; the page is told for the formats that have pages. */
    record Word(String tenant, String document, String word, @Nullable Integer page) {

        String key() {
            return tenant + "/" + document;
        }
    }

    @BeforeAll
    static void writeAll() throws IOException {
        for (var tenant : DemoData.tenants()) {
            for (var document : documents(tenant)) {
                var key = tenant.tenant() + "/" + document.name();
                var file = DemoFile.of(tenant, document).bytes();
                FILES.put(key, file);
                PAGES.put(key, ReadBack.pages(document.name(), file));
                if (document.scanned()) {
                    SCANS.add(key);
                }
            }
        }
    }

    @Test
    void thereAreEnoughOfEachFormatAndSomeAreLong() {
        assertTrue(FILES.size() >= 25, FILES.keySet().toString());
        for (var extension : List.of("pdf", "docx", "xlsx", "odt", "csv", "txt")) {
            assertTrue(FILES.keySet().stream().anyMatch(name -> name.endsWith("." + extension)), extension);
        }
        assertTrue(PAGES.values().stream().filter(pages -> pages.size() >= 14).count() >= 2);
        assertTrue(PAGES.values().stream().allMatch(pages -> pages.size() <= 16));
    }

    @Test
    void eachWordStandsOnItsPage() throws IOException {
        for (var word : words()) {
            var pages = pages(word.key());
            var page = word.page();
            var where = page == null ? String.join(" ", pages) : pages.get(page - 1);
            assertTrue(folded(where).contains(folded(word.word())), word.toString());
            assertEquals(word.document().endsWith(".pdf"), page != null, "a PDF has pages: " + word);
        }
    }

    @Test
    void eachWordStandsNowhereElse() throws IOException {
        var fiches = new StringBuilder();
        for (var tenant : DemoData.tenants()) {
            fiches.append(folded(DemoData.JSON.writeValueAsString(tenant)));
        }
        for (var word : words()) {
            var holders = PAGES.entrySet().stream()
                    .filter(each -> folded(String.join(" ", each.getValue())).contains(folded(word.word())))
                    .map(Map.Entry::getKey)
                    .toList();
            assertEquals(List.of(word.key()), holders, word.word());
            assertEquals(-1, fiches.indexOf(folded(word.word())), word.word());
        }
    }

    @Test
    void everyDocumentButTheScannedOnesHasAWord() throws IOException {
        var named = new HashSet<String>();
        words().forEach(word -> named.add(word.key()));
        var expected = new HashSet<>(FILES.keySet());
        expected.removeAll(SCANS);
        assertEquals(expected, named);
    }

    @Test
    void aScannedDocumentHasPagesButNoText() {
        assertFalse(SCANS.isEmpty());
        SCANS.forEach(key -> assertEquals("", String.join("", pages(key)).strip(), key));
        SCANS.forEach(key -> assertTrue(file(key).length > 10_000, key));
    }

    @Test
    void officeFilesHaveTheirEntriesInPlace() throws IOException {
        for (var each : FILES.entrySet()) {
            if (each.getKey().endsWith(".odt")) {
                assertEquals("mimetype", ReadBack.entries(each.getValue()).get(0), each.getKey());
                assertEquals("application/vnd.oasis.opendocument.text", ReadBack.entry(each.getValue(), "mimetype"));
                assertTrue(ReadBack.entries(each.getValue()).contains("META-INF/manifest.xml"), each.getKey());
            } else if (each.getKey().matches(".*\\.(docx|xlsx)")) {
                assertEquals(
                        "[Content_Types].xml", ReadBack.entries(each.getValue()).get(0), each.getKey());
            }
        }
    }

    @Test
    void theSameTextGivesTheSameBytes() throws IOException {
        var tenant = DemoData.tenants().get(0);
        var formats = new HashSet<String>();
        for (var document : documents(tenant)) {
            var format = document.scanned()
                    + document.name().substring(document.name().lastIndexOf('.'));
            if (!formats.add(format)) {
                continue; // one of each is enough
            }
            assertArrayEquals(
                    file(tenant.tenant() + "/" + document.name()),
                    DemoFile.of(tenant, document).bytes(),
                    document.name());
        }
    }

    private static List<DemoDocument> documents(DemoTenant tenant) {
        return tenant.workspaces().stream()
                .flatMap(workspace -> workspace.dossiers().stream())
                .flatMap(dossier -> dossier.documents().stream())
                .toList();
    }

    private static List<String> pages(String key) {
        return Objects.requireNonNull(PAGES.get(key), key);
    }

    private static byte[] file(String key) {
        return Objects.requireNonNull(FILES.get(key), key);
    }

    private static List<Word> words() throws IOException {
        try (var json = DemoData.open("words.json")) {
            return DemoData.JSON.readValue(json, new TypeReference<List<Word>>() {});
        }
    }

    /** As a French search compares: without case and accents. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
