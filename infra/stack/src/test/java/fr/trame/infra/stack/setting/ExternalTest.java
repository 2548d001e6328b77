package fr.trame.infra.stack.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalTest {

    private Path file = Path.of("");

    @BeforeEach
    void inAFolder(@TempDir Path folder) {
        file = folder.resolve("external.env");
    }

    @Test
    void aPartWhoseAddressIsGivenExistsAlready() throws IOException {
        Files.writeString(file, "TRAME_EXTRACTOR_URL=http://tika:9998\nTRAME_SMTP_HOST=mail\nTRAME_SMTP_PORT=25\n");
        assertEquals(Set.of(Part.MAIL, Part.EXTRACTOR), External.read(file).parts());
    }

    @Test
    void everyMissingCompanionIsNamed() throws IOException {
        Files.writeString(file, "TRAME_SEARCH_URL=https://search:9200\n");
        var refusal = refusal();
        assertTrue(refusal.contains("TRAME_SEARCH_ADMIN_USER"), refusal);
        assertTrue(refusal.contains("TRAME_SEARCH_ADMIN_PASSWORD"), refusal);
    }

    @Test
    void aTypingErrorIsNamed() throws IOException {
        Files.writeString(file, "TRAME_SERCH_URL=https://search:9200\n");
        assertTrue(refusal().contains("TRAME_SERCH_URL"));
    }

    @Test
    void aKeycloakStartedHereNeedsADatabaseElsewhere() throws IOException {
        Files.writeString(
                file,
                """
                TRAME_DB_URL=jdbc:postgresql://db/trame
                TRAME_DB_USER=a
                TRAME_DB_PASSWORD=b
                TRAME_OWNER_DB_USER=c
                TRAME_OWNER_DB_PASSWORD=d
                """);
        assertTrue(refusal().contains("TRAME_KEYCLOAK_DB_URL"));
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamed() throws IOException {
        Files.writeString(file, "TRAME_EXTRACTOR_URL=http://127.0.0.1:1\n");
        var external = External.read(file);
        var refusal = assertThrows(StackFailure.class, external::requireReachable);
        assertTrue(String.valueOf(refusal.getMessage()).contains("Text extractor"));
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(StackFailure.class, () -> External.read(file)).getMessage());
    }
}
