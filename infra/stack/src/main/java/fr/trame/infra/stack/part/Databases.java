package fr.trame.infra.stack.part;

import fr.trame.infra.stack.console.StackFailure;
import fr.trame.infra.stack.setting.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The roles and databases inside PostgreSQL, as an operator would make them: the owner of the tables, the application
 * that owns nothing, and Keycloak's own database. Called at each start; changes nothing that is there.
 */
public final class Databases {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_]+");

    private final Postgres postgres;
    private final Site site;

    public Databases(Postgres postgres, Site site) {
        this.postgres = postgres;
        this.site = site;
    }

    public void make() {
        try (var superuser = postgres.connect("postgres")) {
            role(superuser, "trame_owner", site.variable("TRAME_OWNER_DB_PASSWORD"));
            role(superuser, "trame_app", site.variable("TRAME_DB_PASSWORD"));
            role(superuser, "keycloak", site.secret(Secrets.KEYCLOAK_DB_PASSWORD));
            database(superuser, "trame", "trame_owner");
            run(superuser, "grant connect on database trame to trame_app");
            database(superuser, "keycloak", "keycloak");
        } catch (SQLException failure) {
            throw new StackFailure("The databases could not be made: " + failure.getMessage(), failure);
        }
    }

    private static void role(Connection superuser, String name, String password) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", name)) {
            run(superuser, "create role " + name);
        }
        run(
                superuser,
                "alter role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                        + safe(password) + "'");
    }

    private static void database(Connection superuser, String name, String owner) throws SQLException {
        if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
            run(superuser, "create database " + name + " owner " + owner);
            run(superuser, "revoke connect on database " + name + " from public");
        }
    }

    private static boolean exists(Connection superuser, String question, String name) throws SQLException {
        try (var asked = superuser.prepareStatement(question)) {
            asked.setString(1, name);
            return asked.executeQuery().next();
        }
    }

    /** DDL takes no parameters. */
    private static void run(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String safe(String password) {
        if (!SAFE.matcher(password).matches()) {
            throw new StackFailure("A password of the stack holds other characters than letters and digits; delete the "
                    + "line in the secrets file and the stack draws a new one.");
        }
        return password;
    }
}
