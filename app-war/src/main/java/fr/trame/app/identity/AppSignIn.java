package fr.trame.app.identity;

import fr.trame.app.tenancy.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Whose password for programs it is. Asked at each request and never kept: one that is ended is worth nothing at once.
 * Plain JDBC, because it runs before a tenant is entered, where no boundary can.
 */
@ApplicationScoped
public class AppSignIn {

    private static final String FIND =
            """
            select p.token_hash, m.subject, m.display_name, coalesce(m.email, '') from app_password p
            join member m on m.tenant_id = p.tenant_id and m.subject = p.subject
            where p.token_hash = ? and p.ends_at > now()
            """;
    private static final String USED =
            """
            update app_password set last_used_at = now()
            where token_hash = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """;

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    /**
     * @param name the person's e-mail address
     * @return the person, empty when name and password are not of one who is a member of the tenant
     */
    public Optional<Person> person(Tenant tenant, String name, String password) {
        var digest = Token.digest(password);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
                bind.setString(1, tenant.id().toString());
                bind.execute();
                var found = find(connection, digest).filter(person -> isNamed(person, name));
                if (found.isPresent()) {
                    used(connection, digest);
                }
                connection.commit();
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read passwords of programs", failure);
        }
    }

    private static Optional<Person> find(Connection connection, String digest) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            select.setString(1, digest);
            try (var rows = select.executeQuery()) {
                if (!rows.next() || !isSame(rows.getString(1), digest)) {
                    return Optional.empty();
                }
                return Optional.of(new Person(rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
    }

    private static void used(Connection connection, String digest) throws SQLException {
        try (var update = connection.prepareStatement(USED)) {
            update.setString(1, digest);
            update.executeUpdate();
        }
    }

    /** Takes as long for a near miss as for a far one. */
    private static boolean isSame(String known, String presented) {
        return MessageDigest.isEqual(
                known.getBytes(StandardCharsets.US_ASCII), presented.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isNamed(Person person, String name) {
        return person.email().isEmpty() || person.email().equalsIgnoreCase(name.strip());
    }
}
