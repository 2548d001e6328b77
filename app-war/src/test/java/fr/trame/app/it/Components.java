package fr.trame.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names what the tests run on, as the parts themselves tell it: a green run on stand-ins would prove little. */
final class Components {

    private static final String UNTOLD = "(version not told)";

    private Components() {}

    static String line() {
        return "The product runs on PostgreSQL %s, Keycloak %s, Elasticsearch %s, %s, %s, Payara Micro %s"
                .formatted(
                        postgres(),
                        ofFile(
                                Part.KEYCLOAK,
                                " (\\S+/lib)/quarkus-run\\.jar",
                                "lib/main",
                                "org.keycloak.keycloak-core-"),
                        ofFile(Part.ELASTICSEARCH, "-Des\\.path\\.home=(\\S+)", "lib", "elasticsearch-"),
                        store(),
                        extractor(),
                        first("payara-micro-([\\d.]+)\\.jar", Part.APP.commandLine())
                                .orElse(UNTOLD));
    }

    private static String postgres() {
        try {
            return Rows.postgresVersion();
        } catch (SQLException away) {
            return "(" + away.getMessage() + ")";
        }
    }

    /** Neither server tells its version to strangers: the name of a jar it loaded does. */
    private static String ofFile(Part part, String installation, String folder, String jar) {
        return first(installation, part.commandLine())
                .map(found -> Path.of(found, folder))
                .flatMap(libraries -> version(libraries, Pattern.quote(jar) + "(\\d[\\d.]*)\\.jar"))
                .orElse(UNTOLD);
    }

    private static Optional<String> version(Path folder, String pattern) {
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> first(pattern, file.getFileName().toString()).stream())
                    .findFirst();
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    private static Optional<String> first(String pattern, String text) {
        var match = Pattern.compile(pattern).matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** The launcher wrote down which of the two it started. */
    private static String store() {
        return Part.home()
                .map(folder -> Part.properties(folder.resolve("app.env")).getProperty("TRAME_STORE_KIND", ""))
                .map(kind -> kind.equals("minio") ? "MinIO" : "S3Proxy")
                .orElse("an object store " + UNTOLD);
    }

    private static String extractor() {
        try {
            var hello =
                    Product.send(HttpRequest.newBuilder(URI.create(Product.variable("TRAME_EXTRACTOR_URL") + "/tika")));
            return first("(Apache Tika [\\d.]+\\d)", hello.text()).orElse("a text extractor " + UNTOLD);
        } catch (UncheckedIOException away) {
            return "no text extractor";
        }
    }
}
