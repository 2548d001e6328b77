package fr.trame.app.identity;

import fr.trame.app.tenancy.Tenant;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is a member of what. Asked at each request and never cached: a role taken away is gone at once. Plain JDBC,
 * because it runs before a tenant is entered, where no boundary can.
 */
@ApplicationScoped
public class Memberships {

    private static final String ROLES =
            """
            select null::uuid, role from member where subject = ?
            union all select workspace_id, role from workspace_member where subject = ?
            """;
    private static final String OWN =
            """
            select t.alias, t.name, t.kind, t.accent, m.role from member m join tenant t on t.id = m.tenant_id
            where t.state = 'OPEN' order by t.name
            """;

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    /** @return the person's roles in the tenant, empty when the person is not a member */
    public Optional<Membership> find(Tenant tenant, Person person) {
        return with("app.tenant_id", tenant.id().toString(), connection -> {
            try (var select = connection.prepareStatement(ROLES)) {
                select.setString(1, person.subject());
                select.setString(2, person.subject());
                Role role = null;
                var byWorkspace = new HashMap<UUID, Role>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var workspace = rows.getObject(1, UUID.class);
                        if (workspace == null) {
                            role = Role.valueOf(rows.getString(2));
                        } else {
                            byWorkspace.put(workspace, Role.valueOf(rows.getString(2)));
                        }
                    }
                }
                return found(role, byWorkspace);
            }
        });
    }

    /** @return the open tenants the person is a member of, by name */
    public List<OwnTenant> of(Person person) {
        return with("app.subject", person.subject(), connection -> {
            try (var select = connection.prepareStatement(OWN);
                    var rows = select.executeQuery()) {
                var tenants = new ArrayList<OwnTenant>();
                while (rows.next()) {
                    tenants.add(new OwnTenant(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            Role.valueOf(rows.getString(5))));
                }
                return tenants;
            }
        });
    }

    private static Optional<Membership> found(@Nullable Role role, Map<UUID, Role> byWorkspace) {
        return role == null ? Optional.empty() : Optional.of(new Membership(role, byWorkspace));
    }

    private <T> T with(String setting, String value, Reading<T> reading) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement("select set_config(?, ?, true)")) {
                bind.setString(1, setting);
                bind.setString(2, value);
                bind.execute();
                return reading.read(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read memberships", failure);
        }
    }

    /** A tenant as its member chooses it. */
    public record OwnTenant(String alias, String name, String kind, String accent, Role role) {}

    private interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }
}
