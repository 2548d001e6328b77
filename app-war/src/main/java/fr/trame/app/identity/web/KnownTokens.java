package fr.trame.app.identity.web;

import fr.trame.app.identity.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens that were checked a moment ago: programs send the same one with each request, and its signature costs as
 * much as a small answer. What one says holds as long as the token, and no longer than a minute, as a key may be
 * withdrawn. What the person may do is asked of the member table each time.
 */
final class KnownTokens {

    static final int MOST = 2_000;
    static final Duration KNOWN_FOR = Duration.ofSeconds(60);

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @return whose token it is, null when it has to be checked */
    @Nullable
    Person holder(String token, Instant now) {
        var before = known.get(token);
        return before != null && now.isBefore(before.until) ? before.person : null;
    }

    /** @param expires when the token itself ends */
    void keep(String token, Person person, Instant now, Instant expires) {
        if (known.size() >= MOST) {
            known.clear();
        }
        var most = now.plus(KNOWN_FOR);
        known.put(token, new Known(person, expires.isBefore(most) ? expires : most));
    }

    private record Known(Person person, Instant until) {}
}
