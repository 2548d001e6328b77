package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.database.OwnerDatabase;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which files a tenant takes, and what it wants done with those no antivirus looked at. */
public final class FilePolicy {

    private static final List<String> CHOICES = List.of("ACCEPT", "QUARANTINE", "REFUSE");
    private static final Pattern TYPES = Pattern.compile("[a-z0-9]+(,[a-z0-9]+)*");
    private static final String ALL = "all";

    private final OwnerDatabase database;

    FilePolicy(OwnerDatabase database) {
        this.database = database;
    }

    public static FilePolicy from(Settings settings) {
        settings.require(OwnerDatabase.SETTINGS);
        return new FilePolicy(OwnerDatabase.from(settings));
    }

    /**
     * Changes what is given; the same call again changes nothing.
     *
     * @param unscanned ACCEPT, QUARANTINE or REFUSE; null leaves it
     * @param types extensions with commas between them, or {@code all}; null leaves them
     * @throws Refused when there is no such tenant or choice
     */
    public void set(String alias, @Nullable String unscanned, @Nullable String types) {
        var tenant = new TenantRows(database).open(alias);
        var choice = unscanned == null ? null : unscanned.toUpperCase(Locale.ROOT);
        if (choice != null && !CHOICES.contains(choice)) {
            throw new Refused(
                    "There is no choice '" + unscanned + "'. Take one of " + String.join(", ", CHOICES) + ".");
        }
        var list = types == null ? null : types.toLowerCase(Locale.ROOT);
        if (list != null && !list.equals(ALL) && !TYPES.matcher(list).matches()) {
            throw new Refused("'" + types + "' is no list of types. Write them like pdf,docx,png, or all.");
        }
        var sql = "update tenant set unscanned = coalesce(?, unscanned), file_types = case ? when 'all' then null"
                + " else coalesce(?, file_types) end where id = ?";
        database.inTenant(tenant.id(), connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, choice);
                statement.setString(2, list);
                statement.setString(3, list);
                statement.setObject(4, tenant.id());
                statement.executeUpdate();
            }
            AuditTrail.done(connection, "FILE_POLICY_CHANGED", null, "unscanned " + choice + ", types " + list);
            return true;
        });
    }
}
