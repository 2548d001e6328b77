package fr.trame.app.transfer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An address of the door: {@code …/dossiers/{dossier}/transfers} to begin one, with the identifier behind it to go on.
 *
 * @param base without identifier
 */
record TusAddress(String base, UUID dossier, Optional<UUID> id) {

    private static final String ID = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern PATH =
            Pattern.compile("(/(?:api/)?t/[a-z0-9-]+/dossiers/" + ID + "/transfers)(?:/" + ID + ")?");

    static Optional<TusAddress> of(HttpServletRequest request) {
        var path = PATH.matcher(request.getRequestURI());
        return path.matches()
                ? Optional.of(new TusAddress(
                        path.group(1),
                        UUID.fromString(path.group(2)),
                        Optional.ofNullable(path.group(3)).map(UUID::fromString)))
                : Optional.empty();
    }

    boolean isApi() {
        return base.startsWith("/api/");
    }
}
