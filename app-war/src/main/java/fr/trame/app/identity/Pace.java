package fr.trame.app.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may ask in a minute, counted in this process; who asked long ago is forgotten first. */
@ApplicationScoped
public class Pace {

    private static final int REMEMBERED = 10_000;
    private static final long MINUTE = 60_000;

    private final Clock clock;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    public Pace() {
        this(Clock.systemUTC());
    }

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** @return whether it is within what is allowed; asking counts */
    public synchronized boolean allows(String who, int aMinute) {
        var now = clock.millis();
        var before = asked.remove(who);
        var current = before == null || now - before.since() >= MINUTE
                ? new Asked(now, 1)
                : new Asked(before.since(), before.times() + 1);
        asked.put(who, current);
        if (asked.size() > REMEMBERED) {
            asked.remove(asked.keySet().iterator().next());
        }
        return current.times() <= aMinute;
    }

    /** @return whether one more would be too many; asking this does not count */
    public synchronized boolean isSpent(String who, int aMinute) {
        var before = asked.get(who);
        return before != null && clock.millis() - before.since() < MINUTE && before.times() >= aMinute;
    }

    private record Asked(long since, int times) {}
}
