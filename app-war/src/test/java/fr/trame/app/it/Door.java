package fr.trame.app.it;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One address and method of the REST door, read from the product's own classes: a door that is added is tried by every
 * test that tries them all.
 *
 * @param template the address after {@code /api/t/{alias}}
 */
record Door(String method, String template) {

    /** Enough of everything for each door to come as far as its business. */
    private static final String BODY =
            """
            {"title": "Essai", "axis": "RECRUIT", "version": 0, "state": "IN_CONSULTATION", "name": "Essai",
             "code": "ESSAI", "kind": "ETAT"}
            """;

    private static final Pattern NAMED = Pattern.compile("(\\w+)/\\{(\\w+)}");

    static List<Door> all() {
        var doors = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.trame.app").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> of(type, method)))
                        .distinct()
                        .toList();
        if (doors.isEmpty()) {
            throw new AssertionError("no REST door was found: the search for them is broken");
        }
        return doors;
    }

    private static Stream<Door> of(Class<?> type, Method method) {
        var own = method.getAnnotation(Path.class);
        var address = type.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
        var template = "/" + address.replaceAll("^/?t/\\{alias}/?", "");
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(each -> each.isAnnotationPresent(HttpMethod.class))
                .map(each -> new Door(each.getAnnotation(HttpMethod.class).value(), template));
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The server refuses what asks to remove something and brings a body. */
    private boolean bringsNothing() {
        return isRead() || method.equals("DELETE");
    }

    /** Their own tests try them with identifiers of another tenant: whoever is none is refused before. */
    boolean isForAdministrators() {
        return template.matches("/(integrity|retention|storage)(/.*)?") || (template.endsWith("/holds") && !isRead());
    }

    boolean namesSomething() {
        return NAMED.matcher(template).find();
    }

    /**
     * @param ids what to put for {@code {…}} after each word of the address, such as {@code fiches}; a random one
     *     otherwise
     */
    Answer knock(Caller caller, Map<String, String> ids) {
        var address = NAMED.matcher(template)
                .replaceAll(found -> found.group(1) + "/"
                        + ids.getOrDefault(found.group(1), UUID.randomUUID().toString()));
        var isUpload = address.endsWith("/documents") && method.equals("POST");
        return caller.send(
                method,
                isUpload ? address + "?name=essai.txt" : address,
                bringsNothing() ? BodyPublishers.noBody() : BodyPublishers.ofString(BODY));
    }
}
