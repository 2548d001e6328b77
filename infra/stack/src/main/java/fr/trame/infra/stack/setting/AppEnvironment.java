package fr.trame.infra.stack.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The variables by which the product and the operator's commands learn where everything is. */
public final class AppEnvironment {

    /** What the application must never hold: with any of these it could leave its tenant. */
    private static final Set<String> OPERATOR_ONLY = Set.of(
            "TRAME_OWNER_DB_USER",
            "TRAME_OWNER_DB_PASSWORD",
            "TRAME_KEYCLOAK_ADMIN_CLIENT_ID",
            "TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET",
            "TRAME_STORE_ROOT_KEY",
            "TRAME_STORE_ROOT_SECRET",
            "TRAME_SEARCH_ADMIN_USER",
            "TRAME_SEARCH_ADMIN_PASSWORD");

    private static final Map<String, String> NAMES = Map.of(
            "TRAME_DB_USER", "trame_app",
            "TRAME_OWNER_DB_USER", "trame_owner",
            "TRAME_OIDC_CLIENT_ID", "trame-web",
            "TRAME_OIDC_API_AUDIENCE", "trame-api",
            "TRAME_KEYCLOAK_ADMIN_CLIENT_ID", "trame-provisioner",
            "TRAME_STORE_ROOT_KEY", "trame-root",
            "TRAME_SEARCH_ADMIN_USER", "elastic",
            "TRAME_MAIL_FROM", "trame@localhost");

    private AppEnvironment() {}

    /** Everything, for app.env and the operator's commands. What comes from outside wins. */
    public static Map<String, String> all(Ports ports, Map<String, String> secrets, Map<String, String> external) {
        var all = new LinkedHashMap<>(addresses(ports));
        all.putAll(NAMES);
        secrets.forEach((name, value) -> {
            if (name.startsWith("TRAME_")) {
                all.put(name, value);
            }
        });
        all.putAll(external);
        return all;
    }

    private static Map<String, String> addresses(Ports ports) {
        var all = new LinkedHashMap<String, String>();
        all.put("TRAME_PUBLIC_URL", "http://localhost:" + ports.of(Port.APP));
        all.put("TRAME_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/trame");
        all.put("TRAME_OIDC_ISSUER", "http://localhost:" + ports.of(Port.KEYCLOAK) + "/realms/trame");
        all.put("TRAME_STORE_ENDPOINT", ports.url(Port.STORE));
        all.put("TRAME_SEARCH_URL", ports.url(Port.ELASTICSEARCH));
        all.put("TRAME_EXTRACTOR_URL", ports.url(Port.EXTRACTOR));
        all.put("TRAME_RECOGNISER_URL", ports.url(Port.RECOGNISER));
        all.put("TRAME_PAINTER_URL", ports.url(Port.PAINTER));
        all.put("TRAME_SCANNER_ADDRESS", "127.0.0.1:" + ports.of(Port.ANTIVIRUS));
        all.put("TRAME_SMTP_HOST", "127.0.0.1");
        all.put("TRAME_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
        return all;
    }

    /** What the application gets. */
    public static Map<String, String> forApplication(Map<String, String> all) {
        var some = new LinkedHashMap<>(all);
        some.keySet().removeAll(OPERATOR_ONLY);
        return some;
    }
}
