package fr.trame.app.webdav.web;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.jackrabbit.webdav.header.IfHeader;

/** Names of locks, as the protocol writes them. */
final class Tokens {

    private static final String SCHEME = "urn:uuid:";

    private Tokens() {}

    static String of(UUID lock) {
        return SCHEME + lock;
    }

    /** @return the lock of that name, with or without its brackets */
    static Optional<UUID> lock(String token) {
        var bare = token.strip().replaceAll("^<|>$", "");
        try {
            return bare.startsWith(SCHEME)
                    ? Optional.of(UUID.fromString(bare.substring(SCHEME.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** @return the locks that the request says it holds */
    static Set<UUID> submitted(Call call) {
        var locks = new HashSet<UUID>();
        new IfHeader(call.request()).getAllTokens().forEachRemaining(each -> lock(each)
                .ifPresent(locks::add));
        return locks;
    }
}
