package fr.trame.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** The two shipped files: the realm of every installation, and what development adds to it. */
final class RealmFiles {

    static final Path RESOURCES = Path.of("src/main/resources");

    private RealmFiles() {}

    static JsonNode realm() throws IOException {
        return read("realm/trame-realm.json");
    }

    static JsonNode demo() throws IOException {
        return read("realm/trame-demo-users.json");
    }

    static JsonNode client(JsonNode file, String clientId) {
        return StreamSupport.stream(file.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(clientId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no client " + clientId));
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(Files.readString(RESOURCES.resolve(name)));
    }
}
