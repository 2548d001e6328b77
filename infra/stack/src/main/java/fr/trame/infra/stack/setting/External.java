package fr.trame.infra.stack.setting;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Services that exist already, named in a file of TRAME_* variables: their parts are not started. */
public final class External {

    public static final String KEYCLOAK_DB_URL = "TRAME_KEYCLOAK_DB_URL";
    public static final String KEYCLOAK_DB_USER = "TRAME_KEYCLOAK_DB_USER";
    public static final String KEYCLOAK_DB_PASSWORD = "TRAME_KEYCLOAK_DB_PASSWORD";

    private static final int CONNECT_MILLIS = 3000;

    /** What else must be known of a part that runs elsewhere: nothing of it can be made up. */
    private static final Map<Part, List<String>> COMPANIONS = Map.of(
            Part.POSTGRES,
                    List.of("TRAME_DB_USER", "TRAME_DB_PASSWORD", "TRAME_OWNER_DB_USER", "TRAME_OWNER_DB_PASSWORD"),
            Part.KEYCLOAK, List.of("TRAME_OIDC_CLIENT_SECRET", "TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET"),
            Part.ELASTICSEARCH, List.of("TRAME_SEARCH_ADMIN_USER", "TRAME_SEARCH_ADMIN_PASSWORD"),
            Part.STORE, List.of("TRAME_STORE_KIND", "TRAME_STORE_ROOT_KEY", "TRAME_STORE_ROOT_SECRET"),
            Part.MAIL, List.of("TRAME_SMTP_PORT"));

    private static final Set<String> OTHERS = Set.of(
            "TRAME_PUBLIC_URL",
            "TRAME_OIDC_CLIENT_ID",
            "TRAME_OIDC_API_AUDIENCE",
            "TRAME_KEYCLOAK_ADMIN_CLIENT_ID",
            "TRAME_MAIL_FROM",
            "TRAME_SMTP_AUTH",
            "TRAME_SMTP_USER",
            "TRAME_SMTP_PASSWORD",
            "TRAME_SMTP_SSL",
            "TRAME_SMTP_STARTTLS",
            "TRAME_KEK",
            KEYCLOAK_DB_URL,
            KEYCLOAK_DB_USER,
            KEYCLOAK_DB_PASSWORD);

    private final Map<String, String> values;

    private External(Map<String, String> values) {
        this.values = values;
    }

    public static External none() {
        return new External(Map.of());
    }

    /** @throws StackFailure naming every unknown variable (most likely a typing error) and every missing one */
    public static External read(Path file) {
        var external = new External(EnvFile.read(file));
        var unknown =
                external.values.keySet().stream().filter(name -> !isKnown(name)).toList();
        if (!unknown.isEmpty()) {
            throw new StackFailure(file + " names variables that nothing reads: " + String.join(", ", unknown) + ".");
        }
        var missing = external.missing();
        if (!missing.isEmpty()) {
            throw new StackFailure(file + " lacks " + String.join(", ", missing)
                    + ", which cannot be guessed for a service that exists already.");
        }
        return external;
    }

    private static boolean isKnown(String name) {
        return OTHERS.contains(name)
                || Arrays.stream(Part.values()).anyMatch(part -> part.address().equals(name))
                || COMPANIONS.values().stream().anyMatch(names -> names.contains(name));
    }

    private List<String> missing() {
        var needed = new ArrayList<String>();
        parts().forEach(part -> needed.addAll(COMPANIONS.getOrDefault(part, List.of())));
        if (parts().contains(Part.POSTGRES) && !parts().contains(Part.KEYCLOAK)) {
            needed.addAll(List.of(KEYCLOAK_DB_URL, KEYCLOAK_DB_USER, KEYCLOAK_DB_PASSWORD));
        }
        needed.removeIf(name -> !values.getOrDefault(name, "").isBlank());
        return needed;
    }

    public Map<String, String> values() {
        return values;
    }

    /** The parts that exist elsewhere. */
    public Set<Part> parts() {
        var parts = EnumSet.noneOf(Part.class);
        for (var part : Part.values()) {
            if (values.containsKey(part.address())) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** @throws StackFailure for the first service that nobody answers for */
    public void requireReachable() {
        for (var part : parts()) {
            var address = values.getOrDefault(part.address(), "");
            var at = part == Part.ANTIVIRUS
                    ? socket(part, URI.create("tcp://" + address))
                    : part == Part.MAIL
                            ? new InetSocketAddress(
                                    address, Integer.parseInt(values.getOrDefault("TRAME_SMTP_PORT", "25")))
                            : socket(part, URI.create(address.replaceFirst("^jdbc:", "")));
            try (var socket = new Socket()) {
                socket.connect(at, CONNECT_MILLIS);
            } catch (IOException failure) {
                throw new StackFailure(
                        part.beginning() + " given as " + part.address() + "=" + address + " does not answer: "
                                + failure.getMessage() + ". Start it, or correct the address.",
                        failure);
            }
        }
    }

    private static InetSocketAddress socket(Part part, URI address) {
        if (address.getHost() == null) {
            throw new StackFailure(part.address() + " is no address: " + address);
        }
        int usual = part == Part.POSTGRES ? 5432 : "https".equals(address.getScheme()) ? 443 : 80;
        return new InetSocketAddress(address.getHost(), address.getPort() < 0 ? usual : address.getPort());
    }
}
