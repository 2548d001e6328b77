package fr.trame.admin.provisioning;

import fr.trame.admin.database.OwnerDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of members: who has which role in which tenant. */
final class MemberRows {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String UPSERT =
            """
        insert into member (subject, role, display_name, email) values (?, ?, ?, ?)
        on conflict (tenant_id, subject) do update
            set role = excluded.role, display_name = excluded.display_name, email = excluded.email
            where (member.role, member.display_name, member.email)
                is distinct from (excluded.role, excluded.display_name, excluded.email)
        returning xmax = 0
        """;

    private final OwnerDatabase database;

    MemberRows(OwnerDatabase database) {
        this.database = database;
    }

    boolean has(UUID tenant, String subject) {
        var sql = "select 1 from member where tenant_id = current_tenant() and subject = ?";
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, subject);
                try (var result = statement.executeQuery()) {
                    return result.next();
                }
            }
        });
    }

    /** @return what happened to the row, or nothing when it said so already */
    String save(UUID tenant, NewMember member) {
        return database.inTenant(tenant, connection -> {
            var happened = upsert(connection, member);
            if (!happened.isEmpty()) {
                AuditTrail.done(connection, "MEMBER_" + happened, subject(member), member.role());
            }
            return happened;
        });
    }

    /** @return whether there was such a row; what hangs on it goes with it */
    boolean remove(UUID tenant, String subject) {
        var sql = "delete from member where tenant_id = current_tenant() and subject = ?";
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, subject);
                var removed = statement.executeUpdate() == 1;
                if (removed) {
                    AuditTrail.done(connection, "MEMBER_REMOVED", uuid(subject), null);
                }
                return removed;
            }
        });
    }

    private static String upsert(Connection connection, NewMember member) throws SQLException {
        try (var statement = connection.prepareStatement(UPSERT)) {
            fill(statement, member);
            try (var result = statement.executeQuery()) {
                if (!result.next()) {
                    return "";
                }
                return result.getBoolean(1) ? "ADDED" : "CHANGED";
            }
        }
    }

    private static void fill(PreparedStatement statement, NewMember member) throws SQLException {
        statement.setString(1, member.subject());
        statement.setString(2, member.role());
        statement.setString(3, member.name());
        statement.setString(4, member.email().isEmpty() ? null : member.email());
    }

    private static @Nullable UUID subject(NewMember member) {
        return uuid(member.subject());
    }

    private static @Nullable UUID uuid(String subject) {
        return UUID_TEXT.matcher(subject).matches() ? UUID.fromString(subject) : null;
    }
}
