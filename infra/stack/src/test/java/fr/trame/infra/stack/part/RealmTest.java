package fr.trame.infra.stack.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTest {

    @Test
    void peopleOfTheDemonstrationAreOnlyInTheDemonstration() throws IOException {
        var account = Realm.accounts().get(0);
        assertFalse(account.password().isEmpty());
        assertTrue(text(true).contains(account.id()));
        assertFalse(text(false).contains(account.id()));
    }

    @Test
    void placesAreFilledAsKeycloakFillsThem() {
        var realm = Realm.filled(Map.of("TRAME_PUBLIC_URL", "http://localhost:9000", "TRAME_SMTP_HOST", "mail\\$1"));
        assertEquals("mail\\$1", realm.path("smtpServer").path("host").asText());
        assertEquals("false", realm.path("smtpServer").path("auth").asText());
        assertTrue(realm.toString().contains("http://localhost:9000/auth/callback"));
    }

    private static String text(boolean withDemonstration) throws IOException {
        return new String(Realm.json(withDemonstration), StandardCharsets.UTF_8);
    }
}
