package fr.trame.app.tenancy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Finds tenants that are open, and runs background work in the name of one. */
@ApplicationScoped
public class Tenants {

    private static final String OPEN =
            "select id, alias, name, kind, programme, currency, accent from tenant where state = 'OPEN' and ";

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    @Inject
    TenantContext context;

    /** @return the open tenant of that alias; one that is suspended or closed is not found */
    public Optional<Tenant> find(String alias) {
        return query(OPEN + "alias = ?", alias);
    }

    /** @return the open tenant of that identifier */
    public Optional<Tenant> find(UUID id) {
        return query(OPEN + "id = ?", id);
    }

    /** @return every open tenant, by alias */
    public List<Tenant> open() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OPEN + "true order by alias");
                var rows = statement.executeQuery()) {
            var tenants = new ArrayList<Tenant>();
            while (rows.next()) {
                tenants.add(tenant(rows));
            }
            return tenants;
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read tenants", failure);
        }
    }

    /**
     * Runs work in a request context of its own, bound to the tenant. Only from a thread that has no request: a tenant is
     * set once.
     */
    @ActivateRequestContext
    public <T> T runAs(Tenant tenant, Supplier<T> work) {
        context.set(tenant);
        return work.get();
    }

    private Optional<Tenant> query(String sql, Object argument) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(tenant(rows)) : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read tenants", failure);
        }
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
