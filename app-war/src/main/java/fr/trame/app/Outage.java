package fr.trame.app;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, full or just starting from a mistake of ours. */
public final class Outage {

    /** How long a caller had better wait, in seconds. */
    public static final int WAIT_SECONDS = 30;

    /** No connection; no room; stopped or starting; the system's own trouble. PostgreSQL, "Error Codes", appendix A. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** @return whether the same request may well succeed later */
    public static boolean isOfTheDatabase(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientException) {
                return true;
            }
            if (cause instanceof SQLException refusal
                    && refusal.getSQLState() != null
                    && CLASSES.stream().anyMatch(refusal.getSQLState()::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
