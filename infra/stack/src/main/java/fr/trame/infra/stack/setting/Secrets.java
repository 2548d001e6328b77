package fr.trame.infra.stack.setting;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passwords of one stack: drawn once, kept in a file that only the owner reads, used again at each start. */
public final class Secrets {

    public static final String POSTGRES_PASSWORD = "POSTGRES_PASSWORD";
    public static final String KEYCLOAK_DB_PASSWORD = "KEYCLOAK_DB_PASSWORD";
    public static final String KEYCLOAK_CONSOLE_PASSWORD = "KEYCLOAK_CONSOLE_PASSWORD";
    static final String KEK = "TRAME_KEK";

    private static final int KEY_BYTES = 32;
    private static final int PASSWORD_BYTES = 20;
    private static final List<String> PASSWORDS = List.of(
            POSTGRES_PASSWORD,
            KEYCLOAK_DB_PASSWORD,
            KEYCLOAK_CONSOLE_PASSWORD,
            "TRAME_DB_PASSWORD",
            "TRAME_OWNER_DB_PASSWORD",
            "TRAME_OIDC_CLIENT_SECRET",
            "TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET",
            "TRAME_STORE_ROOT_SECRET",
            "TRAME_SEARCH_ADMIN_PASSWORD");

    private Secrets() {}

    /** The secrets of this home; those that are missing are drawn and kept. */
    public static Map<String, String> of(Home home) {
        var secrets = new LinkedHashMap<String, String>();
        if (Files.exists(home.secrets())) {
            secrets.putAll(EnvFile.read(home.secrets()));
        }
        var random = new SecureRandom();
        for (var name : PASSWORDS) {
            secrets.computeIfAbsent(name, n -> HexFormat.of().formatHex(draw(random, PASSWORD_BYTES)));
        }
        secrets.computeIfAbsent(KEK, n -> Base64.getEncoder().encodeToString(draw(random, KEY_BYTES)));
        EnvFile.write(home.secrets(), secrets);
        return secrets;
    }

    private static byte[] draw(SecureRandom random, int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
