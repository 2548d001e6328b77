package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.provisioning.Tenant.Properties;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The table of tenants. */
public final class TenantRows {

    private static final String SELECT =
            "select id, alias, state, name, kind, programme, currency, accent from tenant ";

    private final OwnerDatabase database;

    public TenantRows(OwnerDatabase database) {
        this.database = database;
    }

    public List<Tenant> all() {
        return select("order by alias", statement -> {});
    }

    public Optional<Tenant> find(String alias) {
        return select("where alias = ?", statement -> statement.setString(1, alias)).stream()
                .findFirst();
    }

    /** @throws Refused when there is no open tenant of this alias */
    public Tenant open(String alias) {
        var tenant = find(alias)
                .orElseThrow(() -> new Refused(
                        "There is no tenant '" + alias + "'. Run tenant-admin tenant list to see the aliases."));
        if (!tenant.state().equals("OPEN")) {
            throw new Refused("The tenant '" + alias + "' is not open but " + tenant.state()
                    + (tenant.state().equals("PROVISIONING")
                            ? ": run tenant-admin tenant create again to finish it."
                            : "."));
        }
        return tenant;
    }

    Set<String> programmes() {
        return database.transaction(connection -> {
            try (var statement = connection.prepareStatement("select code from programme");
                    var result = statement.executeQuery()) {
                var codes = new TreeSet<String>();
                while (result.next()) {
                    codes.add(result.getString(1));
                }
                return codes;
            }
        });
    }

    void insert(String alias, Properties properties) {
        var sql = "insert into tenant (alias, name, kind, programme, currency, accent) values (?, ?, ?, ?, ?, ?)";
        database.transaction(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, alias);
                statement.setString(2, properties.name());
                statement.setString(3, properties.kind());
                statement.setString(4, properties.programme());
                statement.setString(5, properties.currency());
                statement.setString(6, properties.accent());
                return statement.executeUpdate();
            }
        });
    }

    /** @return whether it was being provisioned until now */
    boolean open(UUID tenant) {
        var sql = "update tenant set state = 'OPEN' where id = ? and state = 'PROVISIONING'";
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, tenant);
                if (statement.executeUpdate() == 0) {
                    return false;
                }
            }
            AuditTrail.done(connection, "TENANT_OPENED", tenant, null);
            return true;
        });
    }

    private List<Tenant> select(String rest, Parameters parameters) {
        return database.transaction(connection -> {
            try (var statement = connection.prepareStatement(SELECT + rest)) {
                parameters.on(statement);
                try (var result = statement.executeQuery()) {
                    var tenants = new ArrayList<Tenant>();
                    while (result.next()) {
                        tenants.add(tenant(result));
                    }
                    return tenants;
                }
            }
        });
    }

    private static Tenant tenant(ResultSet row) throws SQLException {
        var properties = new Properties(
                row.getString("name"),
                row.getString("kind"),
                row.getString("programme"),
                row.getString("currency"),
                row.getString("accent"));
        return new Tenant(row.getObject("id", UUID.class), row.getString("alias"), row.getString("state"), properties);
    }

    private interface Parameters {
        void on(PreparedStatement statement) throws SQLException;
    }
}
