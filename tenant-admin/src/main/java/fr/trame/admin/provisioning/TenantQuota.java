package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.database.OwnerDatabase;
import java.sql.Types;
import java.util.regex.Pattern;

/** How much room a tenant has. Less than it uses removes nothing: only what comes next is refused. */
public final class TenantQuota {

    private static final long MEGABYTE = 1_000_000;
    private static final String NONE = "none";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,9}");

    private final OwnerDatabase database;

    TenantQuota(OwnerDatabase database) {
        this.database = database;
    }

    public static TenantQuota from(Settings settings) {
        settings.require(OwnerDatabase.SETTINGS);
        return new TenantQuota(OwnerDatabase.from(settings));
    }

    /**
     * Changes it; the same call again changes nothing.
     *
     * @param megabytes a whole number, or {@code none}
     * @throws Refused when there is no such tenant, or it is no number
     */
    public void set(String alias, String megabytes) {
        var tenant = new TenantRows(database).open(alias);
        if (!megabytes.equals(NONE) && !NUMBER.matcher(megabytes).matches()) {
            throw new Refused("'" + megabytes + "' is no number of megabytes. Write a whole one, or none.");
        }
        database.inTenant(tenant.id(), connection -> {
            try (var statement = connection.prepareStatement("update tenant set quota_bytes = ? where id = ?")) {
                if (megabytes.equals(NONE)) {
                    statement.setNull(1, Types.BIGINT);
                } else {
                    statement.setLong(1, Long.parseLong(megabytes) * MEGABYTE);
                }
                statement.setObject(2, tenant.id());
                statement.executeUpdate();
            }
            AuditTrail.done(connection, "QUOTA_CHANGED", null, megabytes + " MB");
            return true;
        });
    }
}
