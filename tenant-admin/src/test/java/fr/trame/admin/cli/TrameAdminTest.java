package fr.trame.admin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.admin.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrameAdminTest {

    private static final String[] CREATE = {
        "tenant", "create", "nord", "--name", "Nord", "--kind", "REGION", "--programme", "TI_2018", "--currency", "EUR"
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tenant", "member", "search", "unknown", "tenant create", "member add x", "search rebuild"})
    void whatIsIncompleteIsRefusedInASentenceWithAWayToHelp(String line) {
        var args = line.isEmpty() ? new String[0] : line.split(" ");
        assertEquals(1, run(Map.of(), args));
        assertTrue(err.toString().contains("--help"), err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void helpIsNotAnError() {
        assertEquals(0, run(Map.of(), "tenant", "create", "--help"));
        assertTrue(out.toString().contains("--admin-email"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrate",
                "tenant list",
                "search rebuild nord",
                "member add nord --subject a --role PILOT --name N"
            })
    void aMissingVariableIsNamedAndNothingIsDone(String line) {
        assertEquals(1, run(Map.of("TRAME_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"), line.split(" ")));
        assertTrue(
                err.toString().startsWith("Missing configuration: TRAME_OWNER_DB_USER, TRAME_OWNER_DB_PASSWORD"),
                err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void everyMissingVariableIsNamedAtOnce() {
        assertEquals(1, run(Map.of(), CREATE));
        for (var name :
                List.of("TRAME_DB_URL", "TRAME_OIDC_ISSUER", "TRAME_STORE_KIND", "TRAME_SEARCH_URL", "TRAME_KEK")) {
            assertTrue(err.toString().contains(name), name);
        }
        assertTrue(!err.toString().contains("TRAME_SMTP_HOST"), "no mail is sent without --admin-email");
    }

    @Test
    void theMailServerIsNeededOnlyToInvite() {
        var args = new ArrayList<>(List.of(CREATE));
        args.addAll(List.of("--admin-email", "a@b.fr"));
        assertEquals(1, run(Map.of(), args.toArray(String[]::new)));
        assertTrue(err.toString().contains("TRAME_SMTP_HOST"), err.toString());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAFailureToBeTriedAgain() {
        var env = new HashMap<>(Map.of("TRAME_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"));
        env.put("TRAME_OWNER_DB_USER", "owner");
        env.put("TRAME_OWNER_DB_PASSWORD", "secret");
        assertEquals(2, run(env, "migrate"));
        assertTrue(err.toString().startsWith("PostgreSQL: "), err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void anAddressThatIsNotPostgresqlIsRefused() {
        var env = new HashMap<>(Map.of("TRAME_DB_URL", "mysql://x"));
        env.put("TRAME_OWNER_DB_USER", "owner");
        env.put("TRAME_OWNER_DB_PASSWORD", "secret");
        assertEquals(1, run(env, "tenant", "list"));
        assertTrue(err.toString().contains("TRAME_DB_URL"), err.toString());
    }

    private int run(Map<String, String> env, String... args) {
        return TrameAdmin.run(
                new Console(new Settings(env), new PrintWriter(out, true)), new PrintWriter(err, true), args);
    }
}
