package fr.trame.admin.standin;

import fr.trame.admin.schema.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL with the roles of production: the owner is no superuser, so row-level security binds it too. */
public final class OwnedPostgres implements AutoCloseable {

    private static final String OWNER = "trame_owner";

    private final EmbeddedPostgres postgres;

    public OwnedPostgres() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        try (var superuser = postgres.getPostgresDatabase().getConnection();
                var statement = superuser.createStatement()) {
            statement.execute("create role " + OWNER + " login createrole password 'owner'");
            statement.execute("create database trame owner " + OWNER);
        }
        System.out.println("PostgreSQL " + rows("show server_version"));
        new Schema(postgres.getDatabase(OWNER, "trame")).migrate();
    }

    public Map<String, String> settings() {
        return Map.of(
                "TRAME_DB_URL",
                postgres.getJdbcUrl(OWNER, "trame").replaceAll("\\?.*", ""),
                "TRAME_OWNER_DB_USER",
                OWNER,
                "TRAME_OWNER_DB_PASSWORD",
                "owner");
    }

    /** The first column, seen by the superuser: whatever the tenant. */
    public List<String> rows(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    public void execute(String sql) throws SQLException {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Connection superuser() throws SQLException {
        return postgres.getDatabase("postgres", "trame").getConnection();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
