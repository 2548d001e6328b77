package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A style or script is kept for good under the address of its content, and under no other. */
class LastingResourcesTest {

    private static final String ADDRESS = "/jakarta.faces.resource/app.css.xhtml?ln=trame&v=0123456789ab";

    @Test
    void whatIsAskedByItsVersionIsKeptForGood() {
        assertEquals(Optional.of(LastingResources.FOR_GOOD), LastingResources.caching(ADDRESS, "0123456789ab"));
        assertEquals(Optional.of(LastingResources.FOR_GOOD), LastingResources.caching("/a.js?v=15.0&e=1", "15.0"));
    }

    @Test
    void anotherVersionIsNotKeptAndNoneAsUsual() {
        assertEquals(Optional.of(LastingResources.NOT_KEPT), LastingResources.caching(ADDRESS, "ba9876543210"));
        assertEquals(Optional.of(LastingResources.NOT_KEPT), LastingResources.caching(ADDRESS, "0123"));
        assertEquals(Optional.empty(), LastingResources.caching(ADDRESS, null));
    }

    @Test
    void theVersionFollowsTheContentAndTheNames() throws IOException {
        var before = version(Map.of("/a.css", "a", "/b.js", "b"));
        assertEquals(before, version(Map.of("/b.js", "b", "/a.css", "a")));
        assertNotEquals(before, version(Map.of("/a.css", "a", "/b.js", "c")));
        assertNotEquals(before, version(Map.of("/a.css", "a", "/c.js", "b")));
        assertEquals(12, before.length());
    }

    private static String version(Map<String, String> files) throws IOException {
        return Assets.version(
                new TreeSet<>(files.keySet()),
                file -> new ByteArrayInputStream(files.getOrDefault(file, "").getBytes(StandardCharsets.UTF_8)));
    }
}
