package fr.trame.infra.stack.setting;

import fr.trame.infra.stack.console.StackFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts, in the order in which they start; they stop in reverse. */
public enum Part {
    POSTGRES("PostgreSQL", "TRAME_DB_URL"),
    KEYCLOAK("Keycloak", "TRAME_OIDC_ISSUER"),
    ELASTICSEARCH("Elasticsearch", "TRAME_SEARCH_URL"),
    STORE("object store", "TRAME_STORE_ENDPOINT"),
    MAIL("mail catcher", "TRAME_SMTP_HOST"),
    EXTRACTOR("text extractor", "TRAME_EXTRACTOR_URL"),
    RECOGNISER("reader of scans", "TRAME_RECOGNISER_URL"),
    PAINTER("painter of previews", "TRAME_PAINTER_URL"),
    ANTIVIRUS("antivirus", "TRAME_SCANNER_ADDRESS"),
    APP("application", "");

    private final String title;
    private final String address;

    Part(String title, String address) {
        this.title = title;
        this.address = address;
    }

    /** The name in commands and in file names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in tables. */
    public String title() {
        return title;
    }

    /** The name in sentences: products stand without an article. */
    public String words() {
        return Character.isUpperCase(title.charAt(0)) ? title : "the " + title;
    }

    /** The name at the beginning of a sentence. */
    public String beginning() {
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** The variable that says where the part is; given from outside, the part exists already. Empty: never outside. */
    public String address() {
        return address;
    }

    /** @throws StackFailure when no part has this name, naming those that exist */
    public static Part of(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no part '" + id + "'. The parts are "
                        + Arrays.stream(values()).map(Part::id).collect(Collectors.joining(", ")) + "."));
    }

    /** All parts, last started first. */
    public static List<Part> lastFirst() {
        return Arrays.stream(values()).sorted((a, b) -> b.compareTo(a)).toList();
    }
}
