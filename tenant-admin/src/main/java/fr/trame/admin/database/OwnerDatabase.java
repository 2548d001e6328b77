package fr.trame.admin.database;

import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects as the owner role, one connection per transaction: a command line has no use for a pool. */
public final class OwnerDatabase {

    public static final List<String> SETTINGS =
            List.of("TRAME_DB_URL", "TRAME_OWNER_DB_USER", "TRAME_OWNER_DB_PASSWORD");

    private static final int CONNECT_SECONDS = 5;
    private static final String MISSING_TABLE = "42P01";

    private final DataSource source;

    public OwnerDatabase(DataSource source) {
        this.source = source;
    }

    public static OwnerDatabase from(Settings settings) {
        settings.require(SETTINGS);
        var postgres = new PGSimpleDataSource();
        try {
            postgres.setURL(settings.get("TRAME_DB_URL"));
        } catch (IllegalArgumentException notAnAddress) {
            throw new Refused(
                    "TRAME_DB_URL is not a PostgreSQL address: write it as jdbc:postgresql://host:port/database.");
        }
        postgres.setUser(settings.get("TRAME_OWNER_DB_USER"));
        postgres.setPassword(settings.get("TRAME_OWNER_DB_PASSWORD"));
        postgres.setConnectTimeout(CONNECT_SECONDS);
        postgres.setTcpKeepAlive(true);
        return new OwnerDatabase(postgres);
    }

    public DataSource source() {
        return source;
    }

    /** @throws ServiceFailure when the database cannot be reached, in one sentence */
    public OwnerDatabase reached() {
        return transaction(connection -> this);
    }

    /** A transaction on tables that belong to no tenant. */
    public <T> T transaction(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** A transaction that sees and writes the rows of one tenant only. */
    public <T> T inTenant(UUID tenant, Work<T> work) {
        return transaction(connection -> {
            bind(connection, tenant);
            return work.on(connection);
        });
    }

    public static void bind(Connection connection, UUID tenant) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
            statement.setString(1, tenant.toString());
            statement.execute();
        }
    }

    /**
     * Runs the work while no other run of this command line does work of the same name. The lock dies with the
     * connection, so an interrupted run leaves none behind.
     *
     * @throws Refused when another run is at it
     */
    public void exclusively(String name, Runnable work) {
        try (var connection = source.getConnection()) {
            if (!locked(connection, name)) {
                throw new Refused(
                        "Another run is working on " + name + ": wait for it to end and run the command again.");
            }
            work.run();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static boolean locked(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static RuntimeException failure(SQLException failed) {
        if (MISSING_TABLE.equals(failed.getSQLState())) {
            return new Refused("The database has no schema of this version: run tenant-admin migrate first.");
        }
        return new ServiceFailure("PostgreSQL: " + failed.getMessage(), failed);
    }

    /** What runs inside a transaction; it is committed on return and rolled back on any exception. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
