package fr.trame.infra.stack.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The realm as the repository keeps it, and the people added to it for development only. */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRODUCT = "/realm/trame-realm.json";
    private static final String DEMONSTRATION = "/realm/trame-demo-users.json";

    private static final Pattern PLACE = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");

    /**
     * Somebody to sign in as.
     *
     * @param title what the person is, for nobody in the demonstration has a name
     */
    public record Account(String username, String id, String email, String title, String password) {

        private static Account from(JsonNode user) {
            return new Account(
                    user.path("username").asText(),
                    user.path("id").asText(),
                    user.path("email").asText(),
                    (user.path("firstName").asText() + " "
                                    + user.path("lastName").asText())
                            .strip(),
                    user.path("credentials").path(0).path("value").asText());
        }
    }

    private Realm() {}

    /** The realm to import. Lists of the demonstration file (users, clients) are appended to those of the realm. */
    static byte[] json(boolean withDemonstration) throws IOException {
        var realm = read(PRODUCT);
        if (withDemonstration) {
            append(read(DEMONSTRATION), realm);
        }
        return JSON.writeValueAsBytes(realm);
    }

    static void append(ObjectNode more, ObjectNode realm) {
        more.properties().forEach(field -> {
            if (field.getValue() instanceof ArrayNode added) {
                realm.withArray(field.getKey()).addAll(added);
            } else {
                realm.set(field.getKey(), field.getValue());
            }
        });
    }

    /** The realm with its places, {@code ${NAME}} and {@code ${NAME:else}}, filled as Keycloak does when it imports. */
    static JsonNode filled(Map<String, String> variables) {
        var text = PLACE.matcher(read(PRODUCT).toString())
                .replaceAll(place -> Matcher.quoteReplacement(escaped(variables.getOrDefault(
                        place.group(1), Objects.requireNonNullElse(place.group(2), place.group())))));
        try {
            return JSON.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As it stands between the quotes of a JSON text. */
    private static String escaped(String value) {
        var quoted = JSON.getNodeFactory().textNode(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The demonstration accounts, in the order of the file. */
    public static List<Account> accounts() {
        return StreamSupport.stream(read(DEMONSTRATION).path("users").spliterator(), false)
                .map(Account::from)
                .toList();
    }

    private static ObjectNode read(String resource) {
        try (var in = Realm.class.getResourceAsStream(resource)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
