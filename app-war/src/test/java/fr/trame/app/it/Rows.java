package fr.trame.app.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * The rows of one tenant, read with the rights of the application and nothing more: what a test may conclude is what the
 * product could have seen.
 */
record Rows(String tenant) {

    static Rows of(String alias) {
        return new Rows(alias);
    }

    /** @return the first column of the first row as text, "" for none */
    String text(String sql, String... arguments) {
        try (var connection = bound();
                var select = connection.prepareStatement(sql)) {
            for (var index = 0; index < arguments.length; index++) {
                select.setString(index + 1, arguments[index]);
            }
            try (var rows = select.executeQuery()) {
                return rows.next() ? String.valueOf(rows.getString(1)) : "";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    long number(String sql, String... arguments) {
        return Long.parseLong(text(sql, arguments));
    }

    /** Changes rows behind the product's back. */
    void change(String sql, String... arguments) {
        try (var connection = bound();
                var change = connection.prepareStatement(sql)) {
            for (var index = 0; index < arguments.length; index++) {
                change.setString(index + 1, arguments[index]);
            }
            change.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** @return how often the audit trail holds this refusal of this person */
    long refusals(String subject, String operation) {
        return number(
                "select count(*) from audit_entry where outcome = 'REFUSED' and actor = ? and operation = ?",
                subject,
                operation);
    }

    /** @return a digest of all that people wrote in this tenant; states that background work moves are left out */
    String digest() {
        return text("select md5(concat("
                + "(select string_agg(md5(w::text), '' order by w.id) from workspace w),"
                + "(select string_agg(md5(f::text), '' order by f.id) from fiche f),"
                + "(select string_agg(md5(o::text), '' order by o.id) from organisation o),"
                + "(select string_agg(md5(d::text), '' order by d.id) from dossier d),"
                + "(select string_agg(md5(k::text), '' order by k.id) from document_comment k),"
                + "(select string_agg(concat(l.document_id, l.fiche_id), '' order by l.document_id, l.fiche_id)"
                + " from document_fiche l),"
                + "(select string_agg(concat(c.id, c.name, c.sha256), '' order by c.id) from document c)))");
    }

    static String postgresVersion() throws SQLException {
        try (var connection = connection();
                var select = connection.createStatement();
                var rows = select.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection bound() throws SQLException {
        var connection = connection();
        try (var bind = connection.prepareStatement(
                "select set_config('app.tenant_id', (select id::text from tenant where alias = ?), false)")) {
            bind.setString(1, tenant);
            bind.execute();
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                Product.variable("TRAME_DB_URL"),
                Product.variable("TRAME_DB_USER"),
                Product.variable("TRAME_DB_PASSWORD"));
    }
}
