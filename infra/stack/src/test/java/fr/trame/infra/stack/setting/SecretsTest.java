package fr.trame.infra.stack.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @Test
    void theyAreDrawnOnceAndUsedAgain(@TempDir Path folder) {
        var home = new Home(folder);
        var first = Secrets.of(home);
        assertEquals(first, Secrets.of(home));
        assertNotEquals(first.get("TRAME_DB_PASSWORD"), first.get("TRAME_OWNER_DB_PASSWORD"));
        assertEquals(32, Base64.getDecoder().decode(first.getOrDefault("TRAME_KEK", "")).length);
    }

    @Test
    void theApplicationGetsNothingOfTheOperators(@TempDir Path folder) {
        var all = AppEnvironment.all(Ports.plan(Map.of(), 0), Secrets.of(new Home(folder)), Map.of());
        assertTrue(all.containsKey("TRAME_OWNER_DB_PASSWORD"));
        var some = AppEnvironment.forApplication(all);
        assertTrue(some.containsKey("TRAME_DB_PASSWORD"));
        for (var word : new String[] {"OWNER", "ADMIN", "ROOT", "POSTGRES"}) {
            assertFalse(some.keySet().stream().anyMatch(name -> name.contains(word)), word);
        }
    }

    @Test
    void whatComesFromOutsideWins(@TempDir Path folder) {
        var external = Map.of("TRAME_SEARCH_URL", "https://search:9200");
        var all = AppEnvironment.all(Ports.plan(Map.of(), 0), Secrets.of(new Home(folder)), external);
        assertEquals("https://search:9200", all.get("TRAME_SEARCH_URL"));
    }
}
