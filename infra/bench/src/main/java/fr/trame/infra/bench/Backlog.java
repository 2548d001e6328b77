package fr.trame.infra.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What the product still has to do in the background: a measurement that follows must not pay for it. */
final class Backlog {

    private static final long PATIENCE_NANOS = 600_000_000_000L;
    private static final int LOOK_EVERY_MILLIS = 100;
    private static final String LEFT = "select count(*) from outbox where type <> 'ALERT'";

    private Backlog() {}

    /** Waits until nothing is left. */
    static void settle(Place place) {
        var began = System.nanoTime();
        while (place.database().inTenant(place.tenant(), Backlog::left) > 0) {
            if (System.nanoTime() - began > PATIENCE_NANOS) {
                throw new BenchFailure(
                        "The product did not get through its follow-up work in ten minutes;" + " its log says why.");
            }
            pause(LOOK_EVERY_MILLIS);
        }
    }

    private static long left(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LEFT)) {
            row.next();
            return row.getLong(1);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted.", stopped);
        }
    }
}
